using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace FashionRecs.Experiments.Results;

/// <summary>Reads an <see cref="AnalysisRequest"/> from JSON with snake_case names.</summary>
public static partial class AnalysisRequestFile
{
    /// <summary>
    /// How requests and responses are written. Unknown fields are refused: a misspelt covariate would be ignored silently.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Parses a request; <paramref name="source"/> names it in error messages.</summary>
    /// <exception cref="InvalidDataException">The text is not such a request; the message says what is wrong and where.</exception>
    public static AnalysisRequest Parse(string json, string source)
    {
        try
        {
            return JsonSerializer.Deserialize<AnalysisRequest>(json, Options)
                ?? throw new InvalidDataException($"The analysis '{source}' is empty.");
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? $"line {line + 1}: " : "";
            throw new InvalidDataException($"The analysis '{source}' is not valid: {place}{Said(exception)}", exception);
        }
        catch (ArgumentException exception)
        {
            // One of a pair of surrogates, without the other.
            throw new InvalidDataException($"The analysis '{source}' is not valid: half a character stands in it.", exception);
        }
    }

    /// <summary>What is wrong, without the names of our own types in which the parser says it.</summary>
    private static string Said(JsonException exception) => exception.Message switch
    {
        var text when Missing().Match(text) is { Success: true } match => $"{match.Groups[1]} is missing.",
        var text when Unknown().Match(text) is { Success: true } match => $"there is no field {match.Groups[1]}.",
        var text when text.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) =>
            $"the value of {exception.Path} is not one that fits.",
        var text => text,
    };

    [GeneratedRegex("missing required properties including: ('.*?')")]
    private static partial Regex Missing();

    [GeneratedRegex("The JSON property ('.*?') could not be mapped")]
    private static partial Regex Unknown();
}
