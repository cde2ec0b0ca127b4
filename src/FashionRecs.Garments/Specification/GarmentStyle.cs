namespace FashionRecs.Garments.Specification;

/// <summary>Choices that the seed makes unless they are named here.</summary>
public sealed record GarmentStyle
{
    /// <summary>The print, or null to let the seed choose.</summary>
    public Cloth.ClothPrint? Print { get; init; }

    /// <summary>Name of the main colour in <see cref="Cloth.Palette"/>, or null.</summary>
    public string? Colour { get; init; }

    /// <summary>A knitted, woven, denim … cloth, or null.</summary>
    public Cloth.ClothWeave? Weave { get; init; }
}
