namespace FashionRecs.Garments.Cloth;

/// <summary>How the cloth is made; decides its grain, its sheen and its folds.</summary>
public enum ClothWeave
{
    /// <summary>Smooth woven cotton.</summary>
    Cotton,

    /// <summary>Fine jersey.</summary>
    Jersey,

    /// <summary>Visible knitting.</summary>
    Knit,

    /// <summary>Twill of two yarns, worn lighter in places.</summary>
    Denim,

    /// <summary>Dense wool cloth.</summary>
    Wool,

    /// <summary>Shining, with deep folds.</summary>
    Satin,
}
