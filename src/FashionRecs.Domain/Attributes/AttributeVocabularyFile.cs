using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Domain.Files;

namespace FashionRecs.Domain.Attributes;

/// <summary>Reads an <see cref="AttributeVocabulary"/> from its JSON file.</summary>
public static class AttributeVocabularyFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private static readonly Lazy<AttributeVocabulary> Shipped = new(() => Load(ShippedPath));

    /// <summary>The file that ships with the project, beside the program.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "attributes.json");

    /// <summary>The vocabulary that ships with the project, read once from <c>seed/attributes.json</c> beside the program.</summary>
    public static AttributeVocabulary Default => Shipped.Value;

    /// <summary>Reads a vocabulary.</summary>
    /// <exception cref="InvalidDataException">The file is missing, is not JSON, or breaks a rule of vocabularies; the message says
    /// which.</exception>
    public static AttributeVocabulary Load(string path) => Parse(JsonFile.Text(path, "The vocabulary"), path);

    /// <summary>Parses a vocabulary; <paramref name="source"/> names it in error messages.</summary>
    /// <exception cref="InvalidDataException">The text breaks a rule of vocabularies; the message says which.</exception>
    public static AttributeVocabulary Parse(string json, string source)
    {
        var record = JsonFile.Parse<VocabularyRecord>(json, Options, why => Broken(source, why));

        if (record.Attributes.Any(attribute => attribute is null || attribute.Values.Any(value => value is null)
            || attribute.Families?.Any(family => family?.Values is null || family.Values.Any(value => value is null)) == true))
        {
            throw Broken(source, "an attribute, a value or a family is null");
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
                .Select((value, position) =>
                    new AttributeValue(value.Code, value.English, value.Chinese, value.Phrase, value.Invisible, position, index++)
                {
                    Synonyms = Synonyms(value.Synonyms, value.Code, attribute, source),
                    Words = SpokenWords.By(
                        new(value.English, value.Phrase, AttributeValue.WithArticle(value.Phrase), value.Phrase),
                        value.Chinese, value.Words ?? []),
                })
                .ToArray();
            attributes.Add(new GarmentAttribute(
                attribute.Code, attribute.English, attribute.Chinese, attribute.IsLength, attributes.Count, values,
                Families(attribute, values, source))
            {
                Words = SpokenWords.By(
                    new(attribute.English, attribute.English, attribute.English, attribute.English),
                    attribute.Chinese, attribute.Words ?? []),
            });
        }

        foreach (var (attribute, excluded) in record.Attributes.SelectMany(one => (one.Excludes ?? []).Select(code => (one.Code, code))))
        {
            var (own, other) = (attributes.First(one => one.Code == attribute), attributes.FirstOrDefault(one => one.Code == excluded));
            if (other is null || other == own)
            {
                throw Broken(source, $"the attribute '{attribute}' excludes '{excluded}', which is no other attribute");
            }

            own.Excludes = Joined(own, other);
            other.Excludes = Joined(other, own);
        }

        return attributes.Count > 0
            ? new AttributeVocabulary(record.Name, record.Version, attributes)
            : throw Broken(source, "it has no attributes");
    }

    private static GarmentAttribute[] Joined(GarmentAttribute own, GarmentAttribute other) =>
        [.. own.Excludes.Append(other).Distinct().OrderBy(one => one.Position)];

    private static ValueFamily[] Families(AttributeRecord attribute, AttributeValue[] values, string source)
    {
        var free = values.Where(value => !value.IsInvisible).ToDictionary(value => value.Code, StringComparer.Ordinal);
        var codes = values.Select(value => value.Code).ToHashSet(StringComparer.Ordinal);
        return [.. (attribute.Families ?? []).Select(family =>
        {
            if (!codes.Add(family.Code))
            {
                throw Broken(source, $"the attribute '{attribute.Code}' has '{family.Code}' twice among its values and families");
            }

            if (family.Values.Length < 2)
            {
                throw Broken(source, $"the family '{family.Code}' of '{attribute.Code}' needs at least two values");
            }

            AttributeValue[] members = [.. family.Values.Select(code => free.Remove(code, out var value)
                ? value
                : throw Broken(source,
                    $"the family '{family.Code}' of '{attribute.Code}' names '{code}', which is no visible value or stands in another "
                        + $"family"))];
            return new ValueFamily(family.Code, family.English, family.Chinese, family.Phrase,
                [.. members.OrderBy(value => value.Position)])
            {
                Synonyms = Synonyms(family.Synonyms, family.Code, attribute, source),
                Words = SpokenWords.By(new(family.English, family.Phrase, AttributeValue.WithArticle(family.Phrase), family.Phrase),
                    family.Chinese, family.Words ?? []),
            };
        })];
    }

    private static ReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms(
        Dictionary<string, string[]>? synonyms, string of, AttributeRecord attribute, string source)
    {
        foreach (var (language, phrases) in synonyms ?? [])
        {
            if (phrases is null || phrases.Any(string.IsNullOrWhiteSpace))
            {
                throw Broken(source, $"the synonyms of '{of}' of '{attribute.Code}' in '{language}' hold an empty one");
            }
        }

        return (synonyms ?? []).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value, StringComparer.Ordinal)
            .AsReadOnly();
    }

    private static InvalidDataException Broken(string source, string why) => new($"The vocabulary '{source}' is not valid: {why}.");

    private sealed record VocabularyRecord(
        [property: JsonRequired] string Name, [property: JsonRequired] int Version, [property: JsonRequired] AttributeRecord[] Attributes);

    private sealed record AttributeRecord(
        [property: JsonRequired] string Code, [property: JsonRequired] string English, [property: JsonRequired] string Chinese,
        bool IsLength, [property: JsonRequired] ValueRecord[] Values, FamilyRecord[]? Families, string[]? Excludes,
        Dictionary<string, SpokenWordsRecord?>? Words);

    private sealed record ValueRecord(
        [property: JsonRequired] string Code, [property: JsonRequired] string English, [property: JsonRequired] string Chinese,
        [property: JsonRequired] string Phrase, bool Invisible, Dictionary<string, string[]>? Synonyms,
        Dictionary<string, SpokenWordsRecord?>? Words);

    private sealed record FamilyRecord(
        [property: JsonRequired] string Code, [property: JsonRequired] string English, [property: JsonRequired] string Chinese,
        [property: JsonRequired] string Phrase, [property: JsonRequired] string[] Values, Dictionary<string, string[]>? Synonyms,
        Dictionary<string, SpokenWordsRecord?>? Words);
}
