using System.Text.Json;
using System.Text.Json.Serialization;

namespace FashionRecs.Core.Experiments.Results;

/// <summary>Reads an <see cref="AnalysisRequest"/> from JSON with snake_case names.</summary>
public static class AnalysisRequestFile
{
    /// <summary>How requests and responses are written. Unknown fields are refused: a misspelt covariate would be ignored silently.</summary>
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
            return JsonSerializer.Deserialize<AnalysisRequest>(json, Options) ?? throw new InvalidDataException($"The analysis '{source}' is empty.");
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? $"line {line + 1}: " : "";
            throw new InvalidDataException($"The analysis '{source}' is not valid: {place}{exception.Message}", exception);
        }
    }
}
