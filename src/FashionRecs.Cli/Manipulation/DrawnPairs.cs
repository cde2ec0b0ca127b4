using FashionRecs.Domain.Attributes;
using FashionRecs.Garments;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Cli.Manipulation;

/// <summary>Draws garments twice, with one value changed and nothing else moved.</summary>
internal static class DrawnPairs
{
    private const int Width = 240;
    private const int Height = 320;
    private const int Quality = 92;

    /// <summary>Draws pairs; those in which more or less than one value is seen to differ are left out.</summary>
    /// <param name="vocabulary">The attributes.</param>
    /// <param name="perAttribute">Pairs in which each attribute is changed, where garments allow so many.</param>
    /// <param name="seed">Decides the garments and what is changed.</param>
    /// <param name="cancellation">Stops between pairs.</param>
    public static IReadOnlyList<DrawnPicture> Draw(
        AttributeVocabulary vocabulary, int perAttribute, int seed, CancellationToken cancellation)
    {
        var sampler = new SpecSampler(vocabulary, new GarmentSeed((ulong)seed));
        var random = new Random(seed);
        var pairs = new List<CounterfactualPair>();
        foreach (var attribute in vocabulary.Attributes)
        {
            AttributeValue[] values = [.. attribute.VisibleValues];
            for (var number = 0; number < perAttribute; number++)
            {
                var spec = sampler.Draw((attribute.Position * perAttribute) + number, values[number % values.Length], cluttered: false);
                AttributeValue[] others = [.. CounterfactualPair.Alternatives(spec, spec.Values[attribute])];
                if (others.Length > 0)
                {
                    pairs.Add(CounterfactualPair.Create(spec, others[random.Next(others.Length)]));
                }
            }
        }

        return [.. pairs.AsParallel().AsOrdered().WithCancellation(cancellation).SelectMany(Draw)];
    }

    private static IEnumerable<DrawnPicture> Draw(CounterfactualPair pair, int garment)
    {
        using var before = GarmentRenderer.Render(pair.Before, Width, Height);
        using var after = GarmentRenderer.Render(pair.After, Width, Height);
        var changed = Truth(before).Zip(Truth(after)).Where(pair => pair.First != pair.Second).ToArray();
        return changed is [({ IsInvisible: false }, { IsInvisible: false })]
            ? [Of(before, garment), Of(after, garment)]
            : [];
    }

    private static DrawnPicture Of(RenderedPicture picture, int garment) =>
        new(picture.Encode(SKEncodedImageFormat.Jpeg, Quality), Truth(picture), garment);

    private static AttributeValue?[] Truth(RenderedPicture picture) => [.. picture.Regions.Select(region => region.Value)];
}
