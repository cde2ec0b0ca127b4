using System.Text.Json;

namespace FashionRecs.Web.Tests.Api.Compatibility;

/// <summary>A schema as it is meant, wherever it is written and however it says that it may be null.</summary>
internal sealed class SchemaView
{
    private readonly JsonElement schema;

    /// <summary>Reads a schema of a document.</summary>
    public SchemaView(ApiDocument document, JsonElement written)
    {
        var named = document.Named(written);
        Choices = [.. Several(named).Where(choice => !IsNull(choice)).DefaultIfEmpty(named)];
        schema = Choices.Count == 1 ? document.Named(Choices[0]) : named;
        Types = [.. TypesOf(schema).Concat(Several(named).Any(IsNull) ? ["null"] : [])];
    }

    /// <summary>Schemas of which one holds; one where it is that alone.</summary>
    public IReadOnlyList<JsonElement> Choices { get; }

    /// <summary>Kinds of values; none where any will do.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The values, where they are listed.</summary>
    public IReadOnlyList<string>? Values => schema.TryGetProperty("const", out var only) ? [only.GetRawText()]
        : schema.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(value => value.GetRawText())] : null;

    /// <summary>The fields that must be there.</summary>
    public IEnumerable<string> Required => schema.TryGetProperty("required", out var required)
        ? required.EnumerateArray().Select(name => name.GetString()!) : [];

    /// <summary>The fields.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields => schema.TryGetProperty("properties", out var properties)
        ? properties.EnumerateObject().ToDictionary(one => one.Name, one => one.Value) : new Dictionary<string, JsonElement>();

    /// <summary>A word of it; null where it is not said.</summary>
    public string? Text(string keyword) => schema.TryGetProperty(keyword, out var text) ? text.GetString() : null;

    /// <summary>A number of it; null where it is not said.</summary>
    public double? Number(string keyword) => schema.TryGetProperty(keyword, out var number) ? number.GetDouble() : null;

    /// <summary>A schema within it; null where there is none.</summary>
    public JsonElement? Part(string keyword) =>
        schema.TryGetProperty(keyword, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static IEnumerable<JsonElement> Several(JsonElement schema) =>
        schema.TryGetProperty("oneOf", out var one) ? one.EnumerateArray()
            : schema.TryGetProperty("anyOf", out var any) ? any.EnumerateArray() : [];

    private static bool IsNull(JsonElement schema) => TypesOf(schema) is ["null"];

    private static string[] TypesOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.String ? [type.GetString()!] : [.. type.EnumerateArray().Select(kind => kind.GetString()!)];
}
