namespace FashionRecs.Application.Catalog.Editing;

/// <summary>What happened to a product.</summary>
public enum ProductChangeKind
{
    /// <summary>It came into the shop.</summary>
    Added,

    /// <summary>A person, or a program in the name of one, said something else of it.</summary>
    Edited,

    /// <summary>A list said something else of it.</summary>
    Imported,

    /// <summary>It is no longer sold.</summary>
    Withdrawn,

    /// <summary>It is sold again.</summary>
    Returned,

    /// <summary>An earlier change was taken back.</summary>
    TakenBack,

    /// <summary>It is gone for good, with its pictures and readings.</summary>
    Deleted,
}
