namespace FashionRecs.Experiments.Lifecycle;

/// <summary>What the primary metric is to show.</summary>
public enum PrimaryQuestion
{
    /// <summary>That an arm differs from the control.</summary>
    Difference,

    /// <summary>That an arm is not worse than the control by the smallest effect of interest or more.</summary>
    NonInferiority,

    /// <summary>That an arm differs from the control by less than the smallest effect of interest, either way.</summary>
    Equivalence,
}
