namespace FashionRecs.Experiments.Logging;

/// <summary>What a unit did after its exposure.</summary>
public enum OutcomeKind
{
    /// <summary>An explained product came into view; the value is 1.</summary>
    Impression,

    /// <summary>Opened a product.</summary>
    Click,

    /// <summary>Liked a product before opening it: persuasion.</summary>
    Like,

    /// <summary>Liked a product after having opened it.</summary>
    LikeOpened,

    /// <summary>Put a product in the bag.</summary>
    Bag,

    /// <summary>Hid a product.</summary>
    Hide,

    /// <summary>Looked at a product; the value is seconds.</summary>
    Dwell,

    /// <summary>Pointed at a reason or region; the value is seconds.</summary>
    Hover,

    /// <summary>Switched the map on or off.</summary>
    MapToggle,

    /// <summary>Decided about a product; the value is seconds since it came into view.</summary>
    Decision,

    /// <summary>Liking before seeing the product, 1 to 5.</summary>
    LikingBefore,

    /// <summary>Liking after seeing the product, 1 to 5; the change is effectiveness (Tintarev and Masthoff, 2012).</summary>
    LikingAfter,

    /// <summary>Answer to the question about trust, 1 to 5.</summary>
    Trust,

    /// <summary>Answer to the question about understanding why, 1 to 5: transparency.</summary>
    Transparency,

    /// <summary>Whether the marked region is the right one: 1 or 0.</summary>
    RegionAgreement,

    /// <summary>A question was on screen; which one stands beside it.</summary>
    Asked,

    /// <summary>Chose not to answer a question.</summary>
    Declined,
}
