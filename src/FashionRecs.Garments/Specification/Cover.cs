namespace FashionRecs.Garments.Specification;

/// <summary>What keeps an attribute from being seen though the garment has it.</summary>
public enum Cover
{
    /// <summary>Long hair falls over the neck and the chest.</summary>
    Hair,

    /// <summary>A scarf lies around the neck.</summary>
    Scarf,

    /// <summary>The wearer's arms are crossed before the chest.</summary>
    CrossedArms,

    /// <summary>The frame cuts the neck off.</summary>
    CropTop,

    /// <summary>The frame cuts the hem off.</summary>
    CropBottom,

    /// <summary>The frame cuts both sleeves off.</summary>
    CropSides,
}
