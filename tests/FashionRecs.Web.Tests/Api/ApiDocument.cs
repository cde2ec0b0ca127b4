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
    public JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var name)
            ? root.GetProperty("components").GetProperty("schemas").GetProperty(name.GetString()!.Split('/')[^1])
        : schema.TryGetProperty("oneOf", out var several) ? Resolve(several.EnumerateArray().Last()) : schema;

    /// <summary>What a newer document breaks for programs that were written for this one, each in a sentence.</summary>
    public IReadOnlyList<string> BrokenBy(ApiDocument newer)
    {
        var broken = new List<string>();
        var now = newer.Operations().ToDictionary(one => (one.Method, one.Path), one => one.Operation);
        foreach (var (method, path, operation) in Operations())
        {
            if (!now.TryGetValue((method, path), out var after))
            {
                broken.Add($"{method} {path} is gone.");
                continue;
            }

            var before = Parameters(operation).Select(Name).ToHashSet();
            var later = newer.Parameters(after).Select(Name).ToHashSet();
            broken.AddRange(before.Except(later).Select(name => $"{method} {path} takes no {name} any more."));
            broken.AddRange(newer.Parameters(after).Where(one =>
                IsRequired(one) && !Parameters(operation).Any(old => Name(old) == Name(one) && IsRequired(old)))
                .Select(one => $"{method} {path} now needs {Name(one)}."));
            broken.AddRange(Required(Body(operation), newer.Body(after)).Select(name => $"The body of {method} {path} now needs {name}."));
            foreach (var status in operation.GetProperty("responses").EnumerateObject())
            {
                if (!after.GetProperty("responses").TryGetProperty(status.Name, out var response))
                {
                    broken.Add($"{method} {path} no longer answers {status.Name}.");
                }
                else if (Content(status.Value) is { } old)
                {
                    broken.AddRange(Lost(old, newer, Content(response), []).Select(field => $"{method} {path} no longer says {field}."));
                }
            }
        }

        return broken;
    }

    private static string Name(JsonElement parameter) =>
        $"{parameter.GetProperty("in").GetString()} {parameter.GetProperty("name").GetString()}";

    private static bool IsRequired(JsonElement parameter) =>
        parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    private static IEnumerable<string> Required(JsonElement? before, JsonElement? after) => Required(after).Except(Required(before));

    private static IEnumerable<string> Required(JsonElement? schema) =>
        schema is { } known && known.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!) : [];

    private static JsonElement? Content(JsonElement response) =>
        response.TryGetProperty("content", out var content)
            && content.EnumerateObject().Select(kind => kind.Value).FirstOrDefault() is { ValueKind: JsonValueKind.Object } kind
        && kind.TryGetProperty("schema", out var schema) ? schema : null;

    private IEnumerable<string> Lost(JsonElement schema, ApiDocument newer, JsonElement? later, IReadOnlyList<string> within)
    {
        var before = Resolve(schema);
        if (within.Count > 8)
        {
            yield break;
        }

        if (later is not { } named)
        {
            yield return string.Join('.', within);
            yield break;
        }

        var after = newer.Resolve(named);
        if (before.TryGetProperty("items", out var items))
        {
            foreach (var lost in Lost(items, newer, after.TryGetProperty("items", out var entry) ? entry : null, within))
            {
                yield return lost;
            }
        }

        foreach (var property in before.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
        {
            JsonElement? same = after.TryGetProperty("properties", out var fields) && fields.TryGetProperty(property.Name, out var field)
                ? field : null;
            foreach (var lost in Lost(property.Value, newer, same, [.. within, property.Name]))
            {
                yield return lost;
            }
        }
    }
}
