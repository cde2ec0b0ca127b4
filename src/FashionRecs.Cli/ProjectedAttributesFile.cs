using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Cli;

/// <summary>Reads the network's most likely value per picture and attribute from the JSON lines of <c>project --json</c>.</summary>
internal static class ProjectedAttributesFile
{
    /// <exception cref="InvalidDataException">A line is not a projected picture.</exception>
    public static IEnumerable<(string Picture, string Attribute, int Position)> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        return File.ReadLines(path).SelectMany((text, index) => Parse(path, index + 1, text));
    }

    private static List<(string, string, int)> Parse(string path, int line, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var picture = document.RootElement;
            if (picture.GetProperty("attributes").ValueKind == JsonValueKind.Null)
            {
                return [];
            }

            var values = new List<(string, string, int)>();
            foreach (var attribute in picture.GetProperty("attributes").EnumerateArray())
            {
                var code = attribute.GetProperty("attribute").GetString()!;
                var known = AttributeVocabularyFile.Default[code];
                var value = attribute.GetProperty("visible").GetDouble() < Visibility.Shown ? known.Invisible
                    : known.Values.First(value => value.Code == attribute.GetProperty("top").GetString());
                values.Add((picture.GetProperty("image").GetString()!, code, value.Position));
            }

            return values;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}, line {line}: not a projected picture ({exception.Message})", exception);
        }
    }
}
