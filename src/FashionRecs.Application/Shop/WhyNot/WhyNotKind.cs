namespace FashionRecs.Application.Shop.WhyNot;

/// <summary>What keeps a product from the first page.</summary>
public enum WhyNotKind
{
    /// <summary>Nothing: it stands there.</summary>
    IsThere,

    /// <summary>Nothing is known of the shopper's taste, so that the picks are random.</summary>
    NothingKnown,

    /// <summary>The shopper likes it or has it in the bag, so that it need not be picked.</summary>
    Chosen,

    /// <summary>The shopper does not want it.</summary>
    TurnedDown,

    /// <summary>The shopper says that it lacks what it would be picked for.</summary>
    Denied,

    /// <summary>It scores as high as what stands there, which is less like the rest of the page.</summary>
    Variety,

    /// <summary>It scores lower.</summary>
    Lower,
}
