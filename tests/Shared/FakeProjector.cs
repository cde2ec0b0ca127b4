using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Tests;

/// <summary>Says of every picture that it shows the given values, each in a box of its own.</summary>
internal sealed class FakeProjector(params AttributeValue[] values) : IPictureProjector
{
    public AttributeVocabulary Vocabulary => AttributeVocabularyFile.Default;
    public string Fingerprint { get; init; } = new('a', 64);
    public int Calls { get; private set; }
    public int Maps { get; private set; }

    public Task<ProjectedPicture> ProjectAsync(ReadOnlyMemory<byte> encoded, CancellationToken cancellation = default)
    {
        Calls++;
        return encoded.IsEmpty
            ? throw new InvalidDataException("The picture is empty.")
            : Task.FromResult(new ProjectedPicture(300, 400, [.. Vocabulary.Attributes.Select(Read)]));
    }

    /// <summary>Where values show that are not said to show where their attribute does.</summary>
    public IReadOnlyDictionary<AttributeValue, PartRegion> Elsewhere { get; init; } =
        new Dictionary<AttributeValue, PartRegion>();

    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, AttributeValue value, CancellationToken cancellation = default)
    {
        Maps++;
        var region = Elsewhere.TryGetValue(value, out var place) ? place
            : new PartRegion(new PixelBox(10 * value.Attribute.Position, 20, 30, 40), 0.8f);
        return Task.FromResult(new ValueMap(value, values.Contains(value) ? 0.95f : 0.02f, region, 2, 2, [1, 0, 0, -1]));
    }

    public Task<ValueMap> MapAsync(ReadOnlyMemory<byte> encoded, ValueFamily family, CancellationToken cancellation = default) =>
        MapAsync(encoded, family.Values[0], cancellation);

    private ProjectedAttribute Read(GarmentAttribute attribute)
    {
        var shown = values.FirstOrDefault(value => value.Attribute == attribute);
        float[] probabilities = [.. attribute.Values.Select(value => value == (shown ?? attribute.Invisible) ? 0.95f : 0.02f)];
        return new ProjectedAttribute(attribute, probabilities, shown is null ? null
            : new PartRegion(new PixelBox(10 * attribute.Position, 20, 30, 40), 0.8f));
    }
}
