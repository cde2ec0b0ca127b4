namespace FashionRecs.Garments.Cloth;

/// <summary>What is printed on or woven into the cloth.</summary>
public enum ClothPrint
{
    /// <summary>One colour.</summary>
    Solid,

    /// <summary>Horizontal stripes.</summary>
    Stripe,

    /// <summary>Fine vertical stripes.</summary>
    Pinstripe,

    /// <summary>Gingham or tartan.</summary>
    Check,

    /// <summary>Dots.</summary>
    Dot,

    /// <summary>Small flowers.</summary>
    Floral,

    /// <summary>Speckled yarn.</summary>
    Melange,
}
