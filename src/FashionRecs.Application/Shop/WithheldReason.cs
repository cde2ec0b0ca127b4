namespace FashionRecs.Application.Shop;

/// <summary>Why a product is not recommended to a shopper, whatever its score.</summary>
public enum WithheldReason
{
    /// <summary>It lies in the bag.</summary>
    InBag,

    /// <summary>They like it already.</summary>
    Liked,

    /// <summary>They asked not to see it again.</summary>
    Hidden,

    /// <summary>They dislike it.</summary>
    Disliked,

    /// <summary>They say that it lacks what it would be recommended for.</summary>
    Denied,

    /// <summary>No garment was found in its picture, and no person has looked yet.</summary>
    NoGarment,
}
