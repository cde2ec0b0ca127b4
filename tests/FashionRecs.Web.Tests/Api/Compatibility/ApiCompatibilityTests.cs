using System.Text.Json;

namespace FashionRecs.Web.Tests.Api.Compatibility;

public class ApiCompatibilityTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", """{"type":"integer"}""", "may no longer be string", "may now be integer")]
    [InlineData("""{"type":["string","null"]}""", """{"type":"string"}""", "may no longer be null", null)]
    [InlineData("""{"type":"string"}""", """{"type":["null","string"]}""", null, "may now be null")]
    [InlineData("""{"type":"integer"}""", """{"type":"number"}""", null, "may now be number")]
    [InlineData("{}", """{"type":"string"}""", "may no longer be anything", null)]
    [InlineData("""{"oneOf":[{"type":"null"},{"type":"string"}]}""", """{"type":"string"}""", "may no longer be null", null)]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"string"}]}""", """{"oneOf":[{"type":"string"},{"type":"boolean"}]}""",
        "may no longer be another of several things", "may now be another of several things")]
    [InlineData("""{"type":"boolean"}""", """{"oneOf":[{"type":"integer"},{"type":"string"}]}""",
        "may no longer be another of several things", "may now be another of several things")]
    [InlineData("""{"enum":["a","b"]}""", """{"enum":["a"]}""", "may no longer be \"b\"", null)]
    [InlineData("""{"enum":["a"]}""", """{"enum":["a","b"]}""", null, "may now be \"b\"")]
    [InlineData("""{"type":"string"}""", """{"type":"string","enum":["a"]}""", "may no longer be anything", null)]
    [InlineData("""{"const":"a"}""", """{"const":"b"}""", "may no longer be \"a\"", "may now be \"b\"")]
    [InlineData("""{"type":"string"}""", """{"type":"string","format":"uuid"}""", "must now be of the format uuid", null)]
    [InlineData("""{"type":"string","format":"date-time"}""", """{"type":"string"}""", null, "need no longer be of the format date-time")]
    [InlineData("""{"format":"int64"}""", """{"format":"int32"}""", "must now be of the format int32", null)]
    [InlineData("""{"format":"int32"}""", """{"format":"int64"}""", null, "need no longer be of the format int32")]
    [InlineData("""{"type":"string"}""", """{"type":"string","pattern":"^a$"}""", "must now be of the pattern ^a$", null)]
    [InlineData("""{"maxLength":200}""", """{"maxLength":100}""", "must now be within maxLength 100", null)]
    [InlineData("""{"minimum":1}""", """{"minimum":0}""", null, "need no longer be within minimum 1")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", """{"type":"array","items":{"type":"integer"}}""",
        "may no longer be string", "may now be integer")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"additionalProperties":{"type":["string","null"]}}""",
        null, "may now be null")]
    [InlineData("""{"type":"string","description":"One."}""", """{"type":"string","description":"Another."}""", null, null)]
    public void BrokenBy_AFieldThatChanges_IsNamedInTheDirectionThatBreaks(string before, string after, string? asked, string? answered)
    {
        var (older, newer) = (Document(Object(before), Object(before), before), Document(Object(after), Object(after), after));

        string[] expected =
        [
            .. asked is null ? [] : (string[])[$"put /thing: query size {asked}.", $"The body of put /thing: size {asked}."],
            .. answered is null ? [] : (string[])[$"put /thing 200: size {answered}."],
        ];

        Assert.Equal(expected, older.BrokenBy(newer));
    }

    [Fact]
    public void BrokenBy_FieldsThatAreNeededOrMayBeMissing_AreNamed()
    {
        const string needs = """{"type":"object","required":["size"],"properties":{"size":{"type":"string"}}}""";
        const string may = """{"type":"object","properties":{"size":{"type":"string"}}}""";

        Assert.Equal(["The body of put /thing now needs size."], Document(may, may).BrokenBy(Document(needs, may)));
        Assert.Equal(["put /thing 200: size may now be missing."], Document(may, needs).BrokenBy(Document(may, may)));
        Assert.Empty(Document(needs, may).BrokenBy(Document(may, needs)));
    }

    [Fact]
    public void BrokenBy_FieldsThatAreGoneOrNew_AreNamedWhereThatBreaks()
    {
        const string two = """{"type":"object","properties":{"size":{"type":"string"},"why":{"type":"object","properties":{"score":{}}}}}""";
        const string one = """{"type":"object","properties":{"why":{"type":"object","properties":{}}}}""";

        Assert.Equal(
            ["The body of put /thing: size is taken no more.", "The body of put /thing: why.score is taken no more.",
                "put /thing no longer says size.", "put /thing no longer says why.score."],
            Document(two, two).BrokenBy(Document(one, one)));
        Assert.Empty(Document(one, one).BrokenBy(Document(two, two)));
    }

    [Fact]
    public void BrokenBy_ParametersBodiesAndAnswers_AreNamed()
    {
        const string text = """{"type":"string"}""";
        var older = Document(text, text, text);

        Assert.Equal(["put /thing takes no query size any more."], older.BrokenBy(Document(text, text)));
        Assert.Equal(["put /thing now needs query size."], older.BrokenBy(Document(text, text, text, isRequired: true)));
        Assert.Equal(["put /thing takes no application/json any more."], older.BrokenBy(Document(text, text, text, asked: "text/plain")));
        Assert.Equal(["put /thing no longer answers 200 with application/json."],
            older.BrokenBy(Document(text, text, text, answered: "text/plain")));
        Assert.Equal(["put /thing no longer answers 200."], older.BrokenBy(Document(text, text, text, status: "201")));
        Assert.Equal(["put /thing now needs a body."], older.BrokenBy(Document(text, text, text, needsBody: true)));
        Assert.Equal(["put /thing is gone."], older.BrokenBy(Document(text, text, text, path: "/other")));
    }

    [Fact]
    public void BrokenBy_ASchemaThatHoldsItself_Ends()
    {
        var itself = Document("""{"$ref":"#/components/schemas/Tree"}""", """{"$ref":"#/components/schemas/Tree"}""");

        Assert.Empty(itself.BrokenBy(itself));
    }

    private static string Object(string field) => $$"""{"type":"object","properties":{"size":{{field}} } }""";

    private static ApiDocument Document(string body, string answer, string? parameter = null, bool isRequired = false,
        bool needsBody = false, string asked = "application/json", string answered = "application/json", string status = "200",
        string path = "/thing") => new(JsonDocument.Parse($$$"""
        {
          "paths": { "{{{path}}}": { "put": {
            "parameters": [{{{(parameter is null ? "" : Parameter(parameter, isRequired))}}}],
            "requestBody": { "required": {{{(needsBody ? "true" : "false")}}}, "content": { "{{{asked}}}": { "schema": {{{body}}} } } },
            "responses": { "{{{status}}}": { "content": { "{{{answered}}}": { "schema": {{{answer}}} } } } }
          } } },
          "components": { "schemas": { "Tree": { "type": "object",
            "properties": { "below": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } } } } }
        }
        """).RootElement);

    private static string Parameter(string schema, bool isRequired) =>
        $$"""{ "name": "size", "in": "query", "required": {{(isRequired ? "true" : "false")}}, "schema": {{schema}} }""";
}
