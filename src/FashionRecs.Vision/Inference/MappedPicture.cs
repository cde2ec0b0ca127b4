using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Inference;

/// <summary>A projected picture with what its boxes were found in.</summary>
/// <param name="Picture">Values and boxes.</param>
/// <param name="Letterbox">Where the picture lies in the network's input.</param>
/// <param name="Logits">One per value, before temperature.</param>
/// <param name="Maps">One per value.</param>
/// <param name="Features">Pooled features, where they were asked for.</param>
public sealed record MappedPicture(
    ProjectedPicture Picture, Letterbox Letterbox, IReadOnlyList<float> Logits, IReadOnlyList<ActivationMap> Maps,
    ExtractedFeatures? Features = null)
{
    /// <summary>
    /// Where each attribute's part is, in the vocabulary's order; empty where no head for regions belongs to the weights.
    /// </summary>
    public IReadOnlyList<PartAttention> Attention { get; init; } = [];

    /// <summary>What of the input is garment; null where that cannot be told.</summary>
    public GarmentMask? Garment { get; init; }

    /// <summary>Cells along the longer side of the grid that shows a map over its picture; feature maps have about 12.</summary>
    private const int LongerSide = 48;

    /// <summary>Looks for the part of an attribute in a map; only with <see cref="Attention"/>.</summary>
    public PartFinder Part(GarmentAttribute attribute, ActivationMap map, InputSize input) =>
        new(map, Attention[attribute.Position], input, Letterbox.Covered, attribute.IsLength ? Garment : null);

    /// <summary>A map over the picture alone, without the input's padding.</summary>
    public (int Rows, int Columns, float[] Evidence) Over(ActivationMap map, InputSize input)
    {
        var longest = Math.Max(Letterbox.Width, Letterbox.Height);
        var (rows, columns) = (Math.Max(1, LongerSide * Letterbox.Height / longest), Math.Max(1, LongerSide * Letterbox.Width / longest));
        var covered = Letterbox.Covered;
        var part = new SKRect(covered.Left / input.Width, covered.Top / input.Height, covered.Right / input.Width,
            covered.Bottom / input.Height);
        return (rows, columns, map.Over(part, rows, columns));
    }
}
