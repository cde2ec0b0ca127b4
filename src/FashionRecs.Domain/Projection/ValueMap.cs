using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Projection;

/// <summary>
/// Where a picture speaks for or against one value, or a family of them: the numbers behind a box, laid over the original picture.
/// Immutable.
/// </summary>
/// <param name="Value">The value; of a family the likeliest one.</param>
/// <param name="Probability">Of the value, in [0, 1].</param>
/// <param name="Region">Where it speaks for the value most; null where the picture is too small to hold such a place.</param>
/// <param name="Rows">Rows of the grid that covers the picture from its upper to its lower edge.</param>
/// <param name="Columns">Columns of the grid that covers the picture from its left to its right edge.</param>
/// <param name="Evidence">One number per cell, row by row, in logits per position of the network's feature map: positive speaks for the
/// value, negative against it.</param>
public sealed record ValueMap(
    AttributeValue Value, float Probability, PartRegion? Region, int Rows, int Columns, IReadOnlyList<float> Evidence)
{
    /// <summary>
    /// Whether the region is where the network surely found such a part, so that it says where to look even without evidence for the value.
    /// </summary>
    public bool IsPart { get; init; }
}
