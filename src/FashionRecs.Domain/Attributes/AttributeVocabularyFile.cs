using System.Text.Json;
using System.Text.Json.Serialization;

namespace FashionRecs.Domain.Attributes;

/// <summary>Reads an <see cref="AttributeVocabulary"/> from its JSON file.</summary>
public static class AttributeVocabularyFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private static readonly Lazy<AttributeVocabulary> Shipped = new(() => Load(Path.Combine(AppContext.BaseDirectory, "seed", "attributes.json")));

    /// <summary>The vocabulary that ships with the project, read once from <c>seed/attributes.json</c> beside the program.</summary>
    public static AttributeVocabulary Default => Shipped.Value;

    /// <summary>Reads a vocabulary.</summary>
    /// <exception cref="InvalidDataException">The file is missing, is not JSON, or breaks a rule of vocabularies; the message says which.</exception>
    public static AttributeVocabulary Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The vocabulary '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Parses a vocabulary; <paramref name="source"/> names it in error messages.</summary>
    /// <exception cref="InvalidDataException">The text breaks a rule of vocabularies; the message says which.</exception>
    public static AttributeVocabulary Parse(string json, string source)
    {
        VocabularyRecord record;
        try
        {
            record = JsonSerializer.Deserialize<VocabularyRecord>(json, Options) ?? throw Broken(source, "it is empty");
        }
        catch (JsonException exception)
        {
            throw Broken(source, $"line {exception.LineNumber + 1}: {exception.Message}");
        }
        catch (ArgumentException)
        {
            throw Broken(source, "half a character stands in it"); // One of a pair of surrogates, without the other.
        }

        if (record.Attributes.Any(attribute => attribute is null || attribute.Values.Any(value => value is null)))
        {
            throw Broken(source, "an attribute or a value is null");
        }

        var attributes = new List<GarmentAttribute>();
        var index = 0;
        foreach (var attribute in record.Attributes)
        {
            if (attributes.Any(known => known.Code == attribute.Code))
            {
                throw Broken(source, $"the attribute '{attribute.Code}' stands twice");
            }

            if (attribute.Values.Count(value => value.Invisible) != 1)
            {
                throw Broken(source, $"the attribute '{attribute.Code}' must mark exactly one value as invisible");
            }

            if (attribute.Values.GroupBy(value => value.Code).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                throw Broken(source, $"the attribute '{attribute.Code}' has the value '{twice.Key}' twice");
            }

            var values = attribute.Values
                .Select((value, position) => new AttributeValue(value.Code, value.English, value.Chinese, value.Phrase, value.Invisible, position, index++))
                .ToArray();
            attributes.Add(new GarmentAttribute(attribute.Code, attribute.English, attribute.Chinese, attribute.IsLength, attributes.Count, values));
        }

        return attributes.Count > 0
            ? new AttributeVocabulary(record.Name, record.Version, attributes)
            : throw Broken(source, "it has no attributes");
    }

    private static InvalidDataException Broken(string source, string why) => new($"The vocabulary '{source}' is not valid: {why}.");

    private sealed record VocabularyRecord(
        [property: JsonRequired] string Name, [property: JsonRequired] int Version, [property: JsonRequired] AttributeRecord[] Attributes);

    private sealed record AttributeRecord(
        [property: JsonRequired] string Code, [property: JsonRequired] string English, [property: JsonRequired] string Chinese,
        bool IsLength, [property: JsonRequired] ValueRecord[] Values);

    private sealed record ValueRecord(
        [property: JsonRequired] string Code, [property: JsonRequired] string English, [property: JsonRequired] string Chinese,
        [property: JsonRequired] string Phrase, bool Invisible);
}
