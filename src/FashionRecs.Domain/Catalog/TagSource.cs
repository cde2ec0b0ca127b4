namespace FashionRecs.Domain.Catalog;

/// <summary>Where a reading comes from.</summary>
public enum TagSource
{
    /// <summary>The network said it.</summary>
    Predicted,

    /// <summary>A person said it.</summary>
    Reviewed,
}
