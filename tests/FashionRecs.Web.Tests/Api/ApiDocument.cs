using System.Text.Json;

namespace FashionRecs.Web.Tests.Api;

/// <summary>An OpenAPI document, as far as compatibility and made-up requests need it.</summary>
internal sealed class ApiDocument(JsonElement root)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Where the committed document is.</summary>
    public static string FilePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "FashionRecs.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", "api", "openapi.json");
    }

    /// <summary>Every operation with its method and path.</summary>
    public IEnumerable<(string Method, string Path, JsonElement Operation)> Operations() =>
        from path in root.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where Methods.Contains(operation.Name)
        select (operation.Name, path.Name, operation.Value);

    /// <summary>The parameters of an operation.</summary>
    public IEnumerable<JsonElement> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    /// <summary>The schema of a request's body; null without one, and for a picture.</summary>
    public JsonElement? Body(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body)
            && body.GetProperty("content").TryGetProperty("application/json", out var json) ? Resolve(json.GetProperty("schema")) : null;

    /// <summary>The schema itself, where it is only named.</summary>
    public JsonElement Named(JsonElement schema) => schema.TryGetProperty("$ref", out var name)
        ? root.GetProperty("components").GetProperty("schemas").GetProperty(name.GetString()!.Split('/')[^1]) : schema;

    /// <summary>The schema itself, where it is only named or may be null.</summary>
    public JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out _) ? Named(schema)
        : schema.TryGetProperty("oneOf", out var several) ? Resolve(several.EnumerateArray().Last()) : schema;

    /// <summary>What a newer document breaks for programs that were written for this one, each in a sentence.</summary>
    public IReadOnlyList<string> BrokenBy(ApiDocument newer) => [.. new Compatibility.ApiCompatibility(this, newer).Broken()];
}
