using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Projection;

/// <summary>Readings of many pictures with the fingerprint of the weights that made them, as one JSON file.</summary>
/// <param name="Fingerprint">Of the weights; readings of other weights are out of date.</param>
/// <param name="Pictures">The reading of each picture by its name.</param>
public sealed record ProjectionsFile(string Fingerprint, IReadOnlyDictionary<string, ProjectedPicture> Pictures)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes the file.</summary>
    public void Save(string path)
    {
        var stored = new Stored(Fingerprint, Pictures.ToDictionary(pair => pair.Key, pair => new StoredPicture(
            pair.Value.Width, pair.Value.Height,
            [.. pair.Value.Attributes.Select(one =>
                new StoredAttribute([.. one.Probabilities.Select(p => MathF.Round(p, 4))], one.Region?.Box,
                MathF.Round(one.Region?.Share ?? 0, 4), one.Region?.Outline?.ToBytes(),
                one.FamilyRegion is { } whole
                    ? new StoredFamily(whole.Family.Code, whole.Region.Box, MathF.Round(whole.Region.Share, 4),
                    whole.Region.Outline?.ToBytes()) : null))])));
        File.WriteAllText(path, JsonSerializer.Serialize(stored, Json));
    }

    /// <summary>Reads a file written by <see cref="Save"/>.</summary>
    /// <exception cref="InvalidDataException">The file is not one, or its readings do not fit the vocabulary.</exception>
    public static ProjectionsFile Load(string path, AttributeVocabulary vocabulary)
    {
        Stored? stored;
        try
        {
            stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The readings '{path}' are not valid JSON: {exception.Message}", exception);
        }

        if (stored?.Pictures is null || stored.Pictures.Values.Any(picture => !Fits(picture, vocabulary)))
        {
            throw new InvalidDataException($"The readings '{path}' do not fit the vocabulary '{vocabulary.Name}'.");
        }

        return new ProjectionsFile(stored.Fingerprint, stored.Pictures.ToDictionary(pair => pair.Key, pair => new ProjectedPicture(
            pair.Value.Width, pair.Value.Height,
            [.. pair.Value.Attributes.Select((one, at) => Read(vocabulary.Attributes[at], one))])));
    }

    private static ProjectedAttribute Read(GarmentAttribute attribute, StoredAttribute stored) =>
        new(attribute, stored.Probabilities, Region(stored.Box, stored.BoxShare, stored.Outline))
        {
            FamilyRegion = stored.Family is { } whole && attribute.Families.FirstOrDefault(family => family.Code == whole.Code) is { } known
                ? new FamilyRegion(known, Region(whole.Box, whole.Share, whole.Outline)!) : null,
        };

    private static PartRegion? Region(PixelBox? box, float share, byte[]? outline) =>
        PartRegion.Of(box, share) is { } region ? region with { Outline = PartOutline.TryRead(outline) } : null;

    private static bool Fits(StoredPicture picture, AttributeVocabulary vocabulary) =>
        picture.Attributes.Length == vocabulary.Attributes.Count
        && picture.Attributes.Zip(vocabulary.Attributes).All(pair => pair.First.Probabilities.Length == pair.Second.Values.Count);

    private sealed record Stored(string Fingerprint, Dictionary<string, StoredPicture> Pictures);

    private sealed record StoredPicture(int Width, int Height, StoredAttribute[] Attributes);

    private sealed record StoredAttribute(float[] Probabilities, PixelBox? Box, float BoxShare, byte[]? Outline = null,
        StoredFamily? Family = null);

    private sealed record StoredFamily(string Code, PixelBox Box, float Share, byte[]? Outline);
}
