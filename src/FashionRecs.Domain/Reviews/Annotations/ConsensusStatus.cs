namespace FashionRecs.Domain.Reviews.Annotations;

/// <summary>How far people have got with one attribute of one product.</summary>
public enum ConsensusStatus
{
    /// <summary>Nobody said anything.</summary>
    Open,

    /// <summary>People looked, but none committed to a value.</summary>
    Unsure,

    /// <summary>One person committed to a value.</summary>
    Single,

    /// <summary>All who committed chose the same value.</summary>
    Agreed,

    /// <summary>Two chose different values; a third is asked.</summary>
    Conflict,

    /// <summary>More than half of three or more chose the same value.</summary>
    Majority,

    /// <summary>Three or more chose, and no value has a majority.</summary>
    Third,

    /// <summary>A bulk edit said so; nobody has looked.</summary>
    Unseen,

    /// <summary>A person said what it is not, and nobody what it is.</summary>
    Rejected,

    /// <summary>A word that ends what was said before: a restored state or a bulk edit that overwrites.</summary>
    Set,
}
