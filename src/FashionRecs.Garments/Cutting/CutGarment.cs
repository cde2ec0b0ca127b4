using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>A garment cut out in body centimetres: what lies behind the wearer, what lies in front, and the true regions.</summary>
internal sealed class CutGarment
{
    public List<Piece> Behind { get; } = [];

    public List<Piece> Front { get; } = [];

    /// <summary>Sleeves of crossed arms, in front of everything.</summary>
    public List<Piece> Across { get; } = [];

    public Dictionary<string, BodyRegion> Regions { get; } = [];

    public SKRect Bounds()
    {
        var bounds = SKRect.Empty;
        foreach (var piece in Behind.Concat(Front))
        {
            var box = piece.Shape.TightBounds;
            bounds = bounds.IsEmpty ? box : SKRect.Union(bounds, box);
        }

        return bounds;
    }
}
