using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Regions;
using SkiaSharp;

namespace FashionRecs.Training.Regions;

/// <summary>What a <see cref="RegionHead"/> should answer for a placed picture.</summary>
internal static class RegionTargets
{
    /// <summary>A cell that is not looked at: nothing is known of it.</summary>
    public const byte Unknown = 255;

    /// <summary>Draws the targets: (attributes · 2, rows, columns), 1 inside, 0 outside, <see cref="Unknown"/> elsewhere.</summary>
    /// <param name="regions">Where the picture shows what, in its pixels.</param>
    /// <param name="toPicture">From the input, whose sides are 0 to 1, to pixels of the picture.</param>
    /// <param name="vocabulary">Gives the attributes.</param>
    /// <param name="rows">Rows of the answers.</param>
    /// <param name="columns">Columns of the answers.</param>
    public static byte[] Draw(IReadOnlyList<TrueRegion> regions, SKMatrix toPicture, AttributeVocabulary vocabulary, int rows, int columns)
    {
        var size = rows * columns;
        var targets = new byte[vocabulary.Attributes.Count * RegionAnswers.PerAttribute * size];
        Array.Fill(targets, Unknown);
        foreach (var region in regions)
        {
            var around = targets.AsSpan(region.Attribute.Position * RegionAnswers.PerAttribute * size, size);
            var part = targets.AsSpan(((region.Attribute.Position * RegionAnswers.PerAttribute) + 1) * size, size);
            for (var cell = 0; cell < size; cell++)
            {
                var point = toPicture.MapPoint(((cell % columns) + 0.5f) / columns, ((cell / columns) + 0.5f) / rows);
                around[cell] = region.IsAround(point) ? (byte)1 : (byte)0;
                part[cell] = region.IsOnPart(point) switch { true => 1, false => 0, null => Unknown };
            }
        }

        return targets;
    }
}
