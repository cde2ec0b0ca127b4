using System.Text.Json;

namespace FashionRecs.Web.Tests.Api.Compatibility;

/// <summary>
/// Says what a newer description of an API breaks for programs that were written for an older one. What programs send must still be taken;
/// what they get must be something that they know.
/// </summary>
internal sealed class ApiCompatibility(ApiDocument older, ApiDocument newer)
{
    private readonly SchemaComparison requests = new(older, newer, olderWrites: true);
    private readonly SchemaComparison responses = new(newer, older, olderWrites: false);

    /// <summary>All of it, each in a sentence.</summary>
    public IEnumerable<string> Broken()
    {
        var now = newer.Operations().ToDictionary(one => (one.Method, one.Path), one => one.Operation);
        foreach (var (method, path, operation) in older.Operations())
        {
            var name = $"{method} {path}";
            foreach (var broken in now.TryGetValue((method, path), out var after)
                ? [.. Parameters(name, operation, after), .. Bodies(name, operation, after), .. Responses(name, operation, after)]
                : (IEnumerable<string>)[$"{name} is gone."])
            {
                yield return broken;
            }
        }
    }

    private IEnumerable<string> Parameters(string operation, JsonElement before, JsonElement after)
    {
        var earlier = older.Parameters(before).ToDictionary(Name);
        var later = newer.Parameters(after).ToDictionary(Name);
        foreach (var name in earlier.Keys.Except(later.Keys))
        {
            yield return $"{operation} takes no {name} any more.";
        }

        foreach (var (name, parameter) in later)
        {
            if (IsRequired(parameter) && !(earlier.TryGetValue(name, out var known) && IsRequired(known)))
            {
                yield return $"{operation} now needs {name}.";
            }
        }

        foreach (var name in earlier.Keys.Intersect(later.Keys))
        {
            foreach (var change in requests.Compare(earlier[name].GetProperty("schema"), later[name].GetProperty("schema")))
            {
                yield return $"{operation}: {name} {change.Narrowed}.";
            }
        }
    }

    private IEnumerable<string> Bodies(string operation, JsonElement before, JsonElement after)
    {
        var (earlier, later) = (Contents(Body(before)), Contents(Body(after)));
        if (IsRequired(Body(after)) && !IsRequired(Body(before)))
        {
            yield return $"{operation} now needs a body.";
        }

        foreach (var (kind, schema) in earlier)
        {
            if (!later.TryGetValue(kind, out var same))
            {
                yield return $"{operation} takes no {kind} any more.";
                continue;
            }

            foreach (var change in requests.Compare(schema, same))
            {
                yield return change.Kind == SchemaChangeKind.Needed
                    ? $"The body of {operation} now needs {change.Field}." : $"The body of {operation}: {change.Field} {change.Narrowed}.";
            }
        }
    }

    private IEnumerable<string> Responses(string operation, JsonElement before, JsonElement after)
    {
        foreach (var status in before.GetProperty("responses").EnumerateObject())
        {
            if (!after.GetProperty("responses").TryGetProperty(status.Name, out var response))
            {
                yield return $"{operation} no longer answers {status.Name}.";
                continue;
            }

            var later = Contents(response);
            foreach (var (kind, schema) in Contents(status.Value))
            {
                if (!later.TryGetValue(kind, out var same))
                {
                    yield return $"{operation} no longer answers {status.Name} with {kind}.";
                    continue;
                }

                foreach (var change in responses.Compare(same, schema))
                {
                    yield return change.Kind == SchemaChangeKind.Gone
                        ? $"{operation} no longer says {change.Field}." : $"{operation} {status.Name}: {change.Field} {change.Widened}.";
                }
            }
        }
    }

    private static string Name(JsonElement parameter) =>
        $"{parameter.GetProperty("in").GetString()} {parameter.GetProperty("name").GetString()}";

    private static bool IsRequired(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("required", out var required) && required.GetBoolean();

    private static JsonElement Body(JsonElement operation) => operation.TryGetProperty("requestBody", out var body) ? body : default;

    private static Dictionary<string, JsonElement> Contents(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("content", out var content)
            ? content.EnumerateObject().Where(kind => kind.Value.TryGetProperty("schema", out _))
                .ToDictionary(kind => kind.Name, kind => kind.Value.GetProperty("schema"))
            : [];
}
