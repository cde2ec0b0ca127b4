namespace FashionRecs.Application.Review;

/// <summary>What a step of a person's work on tags was.</summary>
public enum ReviewActKind
{
    /// <summary>Values were chosen or marked on one product.</summary>
    Say,

    /// <summary>What was shown was accepted.</summary>
    Accept,

    /// <summary>
    /// Everything shown of a product was accepted with one press: less of a look at each, so learning weighs it less.
    /// </summary>
    AcceptAll,

    /// <summary>A person looked and was unsure.</summary>
    Unsure,

    /// <summary>Many products at once, without a look at each: it counts as nobody's look.</summary>
    Bulk,

    /// <summary>A page of regions was looked at, and those not marked as wrong were confirmed.</summary>
    Grid,

    /// <summary>An earlier state was brought back.</summary>
    Restore,

    /// <summary>An earlier act was taken back.</summary>
    Undo,

    /// <summary>An act that was taken back was done again.</summary>
    Redo,
}
