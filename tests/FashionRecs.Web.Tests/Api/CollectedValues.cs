using System.Text.Json;
using System.Text.RegularExpressions;

namespace FashionRecs.Web.Tests.Api;

/// <summary>What stands between double braces in the collection: its variables, and answers of named requests.</summary>
internal sealed partial class CollectedValues(Dictionary<string, string> variables)
{
    /// <summary>Answers by the names of their requests.</summary>
    public Dictionary<string, JsonElement> Answers { get; } = [];

    /// <summary>The request with its values; null while one is <paramref name="missing"/>.</summary>
    public CollectedRequest? TryFill(CollectedRequest request, out string? missing)
    {
        string? lacks = null;
        var filled = request with { Path = Filled(request.Path), Body = request.Body is { } body ? Filled(body) : null };
        missing = lacks;
        return lacks is null ? filled : null;

        string Filled(string text) => Value().Replace(text, found =>
            variables.TryGetValue(found.Groups[1].Value, out var variable)
                ? variable : Answered(found.Groups[1].Value) ?? Lack(found.Groups[1].Value));

        string Lack(string name)
        {
            lacks = name;
            return "";
        }
    }

    private string? Answered(string name)
    {
        var (request, path) = name.Split(".response.body.$.") is [var before, var after] ? (before, after)
            : throw new InvalidDataException($"There is no variable {name}.");
        if (!Answers.TryGetValue(request, out var value))
        {
            return null;
        }

        foreach (Match step in Step().Matches(path))
        {
            if (step.Groups["at"].Success)
            {
                var at = int.Parse(step.Groups["at"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
                if (at >= value.GetArrayLength())
                {
                    return null;
                }

                value = value[at];
            }
            else if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step.Value, out value))
            {
                return null;
            }
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    [GeneratedRegex(@"\{\{([^}]+)\}\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"\[(?<at>\d+)\]|[A-Za-z]+")]
    private static partial Regex Step();
}
