namespace FashionRecs.Domain.Catalog;

/// <summary>Where a reading comes from.</summary>
public enum TagSource
{
    /// <summary>The network said it.</summary>
    Predicted,

    /// <summary>A person said it.</summary>
    Reviewed,

    /// <summary>The product's own words said it, and the picture does not show it clearly.</summary>
    Text,
}
