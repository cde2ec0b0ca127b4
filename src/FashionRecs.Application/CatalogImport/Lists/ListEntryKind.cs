namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>What a row of a list stands for.</summary>
public enum ListEntryKind
{
    /// <summary>A product, or one variant of it.</summary>
    Product,

    /// <summary>What all variants have in common; a product of its own only where none follow.</summary>
    Parent,

    /// <summary>Nothing but further pictures.</summary>
    Pictures,
}
