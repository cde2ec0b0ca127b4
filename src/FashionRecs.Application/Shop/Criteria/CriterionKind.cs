namespace FashionRecs.Application.Shop.Criteria;

/// <summary>Where a criterion comes from.</summary>
public enum CriterionKind
{
    /// <summary>What the picture shows, times the shopper's own weight of it.</summary>
    Picture,

    /// <summary>What is like the shopper's own choices.</summary>
    Alike,

    /// <summary>What others choose.</summary>
    Others,
}
