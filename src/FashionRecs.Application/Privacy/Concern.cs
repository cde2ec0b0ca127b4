namespace FashionRecs.Application.Privacy;

/// <summary>Whom a table is about.</summary>
public enum Concern
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>A shopper, with an account or without.</summary>
    Shopper,

    /// <summary>The owner of an account.</summary>
    Account,

    /// <summary>Somebody who works for the shop, as far as their work has their address on it.</summary>
    Staff,
}
