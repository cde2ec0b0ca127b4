using FashionRecs.Garments.Cloth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Which cloth a piece is cut from.</summary>
internal enum ClothSlot
{
    Main,
    Inside,
    Trim,
    Lining,
    Faded,
}

/// <summary>A drawn line on a piece: a seam, topstitching, a fold of a placket.</summary>
/// <param name="Line">Open path in centimetres.</param>
/// <param name="Width">Width in centimetres.</param>
/// <param name="Darkness">From −1 (light) to 1 (black).</param>
/// <param name="Dash">Length of a stitch in centimetres; 0 draws a whole line.</param>
internal sealed record Seam(SKPath Line, float Width, float Darkness, float Dash = 0);

/// <summary>A button or a stud.</summary>
internal sealed record Button(SKPoint Centre, float Radius, SKColor Colour);

/// <summary>One piece of cloth of a garment, in body centimetres.</summary>
internal sealed record Piece(string Name, SKPath Shape)
{
    public ClothSlot Slot { get; init; } = ClothSlot.Main;

    /// <summary>Turns the pattern, in radians.</summary>
    public float Grain { get; init; }

    /// <summary>Cast shadow on what lies below: distance in centimetres.</summary>
    public float Lift { get; init; } = .5f;

    /// <summary>How strongly the edge rounds off, in centimetres of thickness.</summary>
    public float Thickness { get; init; } = .9f;

    /// <summary>True for trims that lie on another piece and have no roundness of their own.</summary>
    public bool Flat { get; init; }

    /// <summary>True where only the seams are drawn, on the cloth below.</summary>
    public bool Clear { get; init; }

    /// <summary>Lightness: 1 as the cloth is.</summary>
    public float Light { get; init; } = 1;

    /// <summary>Width of ribs in centimetres along the grain; 0 for none.</summary>
    public float Ribs { get; init; }

    public IReadOnlyList<IRelief> Reliefs { get; init; } = [];

    public IReadOnlyList<Seam> Seams { get; init; } = [];

    public IReadOnlyList<Button> Buttons { get; init; } = [];
}
