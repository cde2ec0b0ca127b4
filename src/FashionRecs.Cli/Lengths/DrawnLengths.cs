using FashionRecs.Cli.Manipulation;
using FashionRecs.Domain.Attributes;
using FashionRecs.Garments;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using FashionRecs.Garments.Truth;
using FashionRecs.Vision.Inference;
using SkiaSharp;

namespace FashionRecs.Cli.Lengths;

/// <summary>Draws garments of known length, half of them calm and half as training shows them, and reads them.</summary>
internal static class DrawnLengths
{
    private const int Width = 240;
    private const int Height = 320;
    private const int Quality = 92;

    /// <summary>By the length, those that show it and whose region was found.</summary>
    /// <param name="engine">The network.</param>
    /// <param name="count">Drawings; every visible value of every length is the theme of equally many.</param>
    /// <param name="seed">Of the drawings.</param>
    /// <param name="cancellation">Stops between drawings.</param>
    public static async Task<ILookup<GarmentAttribute, LengthGarment>> ReadAsync(
        ProjectionEngine engine, int count, int seed, CancellationToken cancellation)
    {
        AttributeValue[] themes = [.. engine.Vocabulary.Attributes.Where(one => one.IsLength).SelectMany(one => one.VisibleValues)];
        var sampler = new SpecSampler(engine.Vocabulary, new GarmentSeed((ulong)seed));
        var specs = Enumerable.Range(0, count)
            .Select(number => sampler.Draw(number, themes[number % themes.Length], cluttered: number / themes.Length % 2 == 1)).ToArray();
        DrawnPicture[] drawings = [.. specs.AsParallel().AsOrdered().WithCancellation(cancellation).Select((spec, number) =>
        {
            using var picture = GarmentRenderer.Render(spec, Width, Height);
            return new DrawnPicture(
                picture.Encode(SKEncodedImageFormat.Jpeg, Quality), [.. picture.Regions.Select(region => region.Value)], number);
        })];
        var read = await SearchedPictures.ReadAsync(engine, drawings, cancellation);
        return read.SelectMany(picture => engine.Vocabulary.Attributes.Select(attribute =>
                (Attribute: attribute, Picture: picture, Value: picture.Truth[attribute.Position],
                    Length: TrueLength.Of(specs[picture.Garment], attribute))))
            .Where(one => one.Length is not null && one.Value is { IsInvisible: false }
                && one.Picture.Regions[one.Attribute.Position] is not null)
            .ToLookup(one => one.Attribute, one => new LengthGarment(one.Picture, one.Length!.Value, one.Value!.Position));
    }
}
