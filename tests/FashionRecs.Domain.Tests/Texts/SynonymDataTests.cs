using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Tests.Texts;

public class SynonymDataTests
{
    private const string Languages =
        """{"name":"t","version":1,"garments":{"dress":["x"]},"reliability":{"x":0.9},"languages":[{"code":"en","common":["a","with"],"garments":{"dress":["dress"]}}]}""";

    [Fact]
    public void Vocabulary_WithoutSynonyms_LeavesTheReaderSilent() =>
        Assert.Empty(new ProductTextReader(Vocabulary(""), TextLanguagesFile.Parse(Languages, "t.json"))
            .Read("", "dress", "a dress with a dress"));

    [Fact]
    public void Synonym_SharedByTwoValues_MeansEither()
    {
        var reader =
            new ProductTextReader(Vocabulary(""", "synonyms":{"en":["odd * {dress}"]}"""), TextLanguagesFile.Parse(Languages, "t.json"));

        Assert.Equal(["a", "b"], Assert.Single(reader.Read("", "dress", "a odd dress with a dress")).Values.Select(value => value.Code));
    }

    [Theory]
    [InlineData("odd * {boat}", "'boat'")]
    [InlineData("[boat] odd", "'boat'")]
    [InlineData("{dress} odd", "must begin with a word")]
    [InlineData("odd *", "must begin with a word")]
    public void Synonym_Broken_SaysWhatIsWrong(string synonym, string expected)
    {
        var vocabulary = Vocabulary($$""", "synonyms":{"en":["{{synonym}}"]}""");

        Assert.Contains(expected,
            Assert.Throws<InvalidDataException>(() =>
            new ProductTextReader(vocabulary, TextLanguagesFile.Parse(Languages, "t.json"))).Message);
    }

    [Fact]
    public void Synonym_Empty_BreaksTheVocabulary() =>
        Assert.Contains("hold an empty one",
            Assert.Throws<InvalidDataException>(() => Vocabulary(""", "synonyms":{"en":[" "]}""")).Message);

    [Theory]
    [InlineData("\"x\":0.9", "\"x\":1.0", "between 0 and 1")]
    [InlineData("\"garments\":{\"dress\":[\"dress\"]}", "\"garments\":{\"boat\":[\"boat\"]}", "'boat'")]
    [InlineData("\"name\":\"t\",", "", "line 1")]
    [InlineData("\"version\":1", "\"version\":1,\"colour\":2", "line 1")]
    public void Languages_Broken_SayWhatIsWrong(string part, string instead, string expected) =>
        Assert.Contains(expected,
            Assert.Throws<InvalidDataException>(() =>
            TextLanguagesFile.Parse(Languages.Replace(part, instead, StringComparison.Ordinal), "t.json")).Message);

    [Fact]
    public void Languages_NamingAnUnknownAttribute_AreRefused() =>
        Assert.Contains("'x'",
            Assert.Throws<InvalidDataException>(() =>
            new ProductTextReader(AttributeVocabularyFile.Default, TextLanguagesFile.Parse(Languages, "t.json"))).Message);

    [Fact]
    public void Shipped_Reliability_CoversEveryAttribute() =>
        Assert.Equal(AttributeVocabularyFile.Default.Attributes.Select(attribute => attribute.Code).Order(),
            TextLanguagesFile.Default.Reliability.Keys.Order());

    private static AttributeVocabulary Vocabulary(string synonyms) => AttributeVocabularyFile.Parse(
        $$"""
        {"name":"x","version":1,"attributes":[{"code":"x","english":"X","chinese":"X","values":[
        {"code":"Invisible","english":"-","chinese":"-","phrase":"-","invisible":true},
        {"code":"a","english":"A","chinese":"A","phrase":"a"{{synonyms}}},{"code":"b","english":"B","chinese":"B","phrase":"b"{{synonyms}}},{"code":"c","english":"C","chinese":"C","phrase":"c"}]}]}
        """, "words.json");
}
