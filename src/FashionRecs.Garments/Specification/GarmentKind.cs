namespace FashionRecs.Garments.Specification;

/// <summary>What is drawn.</summary>
public enum GarmentKind
{
    /// <summary>T-shirt, shirt, blouse, sweater.</summary>
    Top,

    /// <summary>A top and a skirt in one.</summary>
    Dress,

    /// <summary>A top and trousers in one.</summary>
    Jumpsuit,

    /// <summary>A skirt alone.</summary>
    Skirt,

    /// <summary>Trousers or shorts alone.</summary>
    Trousers,

    /// <summary>Coat, jacket, blazer or cardigan.</summary>
    Coat,
}
