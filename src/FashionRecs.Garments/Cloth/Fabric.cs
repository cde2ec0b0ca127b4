using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>One cloth with its colours and its behaviour in light.</summary>
/// <param name="ColourName">Name of the main colour in <see cref="Palette"/>.</param>
/// <param name="Base">Main colour.</param>
/// <param name="Second">Colour of the print.</param>
/// <param name="Third">Accent of the print.</param>
/// <param name="Print">What is printed.</param>
/// <param name="Weave">How it is made.</param>
/// <param name="PrintSeed">Decides the placing of the print.</param>
/// <param name="PrintScale">Size of the print's repeat, in centimetres.</param>
internal sealed record Fabric(
    string ColourName, SKColor Base, SKColor Second, SKColor Third, ClothPrint Print, ClothWeave Weave, ulong PrintSeed, float PrintScale)
{
    /// <summary>Width of a stitch or yarn that can be seen, in centimetres.</summary>
    public float YarnWidth { get; init; } = .35f;

    /// <summary>Width of ribs all over the cloth, in centimetres; 0 for none.</summary>
    public float RibWidth { get; init; }

    /// <summary>How deep folds go, against cotton.</summary>
    public float FoldDepth => Weave switch
    {
        ClothWeave.Satin => 1.5f,
        ClothWeave.Jersey => .9f,
        ClothWeave.Knit => .75f,
        ClothWeave.Denim => .8f,
        ClothWeave.Wool => .6f,
        _ => 1.1f,
    };

    /// <summary>Strength of the highlight in [0, 1].</summary>
    public float Sheen => Weave switch
    {
        ClothWeave.Satin => .5f,
        ClothWeave.Cotton => .1f,
        ClothWeave.Jersey => .08f,
        _ => .03f,
    };

    /// <summary>Strength of the grain of single yarns in [0, 1].</summary>
    public float Grain => Weave switch
    {
        ClothWeave.Knit => .1f,
        ClothWeave.Wool => .12f,
        ClothWeave.Denim => .11f,
        ClothWeave.Satin => .015f,
        _ => .045f,
    } + (Print == ClothPrint.Melange ? .11f : 0);

    /// <summary>The same cloth without a print, in another lightness.</summary>
    public Fabric Plain(SKColor colour) => this with { Base = colour, Print = ClothPrint.Solid, RibWidth = 0 };
}
