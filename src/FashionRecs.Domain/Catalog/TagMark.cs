namespace FashionRecs.Domain.Catalog;

/// <summary>A person's mark on one value, as FashionAI writes it.</summary>
public enum TagMark
{
    /// <summary><c>n</c>: it is not this value.</summary>
    IsNot,

    /// <summary><c>m</c>: it may be this value.</summary>
    Maybe,

    /// <summary><c>y</c>: it is this value.</summary>
    Is,
}
