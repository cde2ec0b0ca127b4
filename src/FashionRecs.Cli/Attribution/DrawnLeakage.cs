using FashionRecs.Domain.Attributes;
using FashionRecs.Garments;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using FashionRecs.Training.Attribution;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using SkiaSharp;

namespace FashionRecs.Cli.Attribution;

/// <summary>Draws garments twice, with one value changed and nothing else moved, and reads both pictures.</summary>
internal static class DrawnLeakage
{
    private const int Width = 360;
    private const int Height = 480;
    private const int Quality = 92;

    /// <summary>Measures pairs.</summary>
    /// <param name="engine">The network.</param>
    /// <param name="perAttribute">Pairs in which each attribute is changed, where garments allow so many.</param>
    /// <param name="seed">Decides the garments and what is changed.</param>
    /// <param name="cancellation">Stops between pairs.</param>
    public static LeakageTable Measure(ProjectionEngine engine, int perAttribute, int seed, CancellationToken cancellation)
    {
        var table = new LeakageTable(engine.Vocabulary);
        var sampler = new SpecSampler(engine.Vocabulary, new GarmentSeed((ulong)seed));
        var random = new Random(seed);
        using var renderer = new InputRenderer(engine.Weights.Input);
        foreach (var attribute in engine.Vocabulary.Attributes)
        {
            var values = attribute.VisibleValues.ToArray();
            for (var number = 0; number < perAttribute; number++)
            {
                cancellation.ThrowIfCancellationRequested();
                var spec = sampler.Draw((attribute.Position * perAttribute) + number, values[number % values.Length], cluttered: false);
                AttributeValue[] others = [.. CounterfactualPair.Alternatives(spec, spec.Values[attribute])];
                if (others.Length > 0)
                {
                    Add(table, engine, renderer, attribute, CounterfactualPair.Create(spec, others[random.Next(others.Length)]));
                }
            }
        }

        return table;
    }

    private static void Add(LeakageTable table, ProjectionEngine engine, InputRenderer renderer, GarmentAttribute changed,
        CounterfactualPair pair)
    {
        using var before = GarmentRenderer.Render(pair.Before, Width, Height);
        using var after = GarmentRenderer.Render(pair.After, Width, Height);
        AttributeRegion Of(RenderedPicture picture, GarmentAttribute attribute) => picture.Regions[attribute.Position];
        var (from, to) = (Of(before, changed).Value, Of(after, changed).Value);
        if (from.IsInvisible || to.IsInvisible || from == to)
        {
            return;
        }

        var logits = engine.Logits([Pixels(before, renderer), Pixels(after, renderer)]);
        table.Add(logits[0], logits[1], from, to, engine.Vocabulary.Attributes
            .Where(attribute => attribute != changed && LooksTheSame(Of(before, attribute), Of(after, attribute)))
            .Select(attribute => Of(before, attribute).Value).Where(value => !value.IsInvisible));
    }

    private static float[] Pixels(RenderedPicture picture, InputRenderer renderer) =>
        PictureInput.Create(picture.Encode(SKEncodedImageFormat.Jpeg, Quality), renderer).Pixels;

    private static bool LooksTheSame(AttributeRegion one, AttributeRegion other) =>
        one.Value == other.Value && one.Box == other.Box && one.Mask(Width, Height).AsSpan().SequenceEqual(other.Mask(Width, Height));
}
