namespace FashionRecs.Domain.Explanations;

/// <summary>
/// One named part of a score: a value of the picture (<see cref="Share"/>) or other evidence (<see cref="EvidenceContribution"/>).
/// Immutable.
/// </summary>
public abstract record Contribution
{
    /// <summary>What it adds to the score, or takes from it. The score is the sum over all contributions.</summary>
    public abstract float Effect { get; }

    /// <summary>Names it in exposures and among the regions of a page.</summary>
    public abstract string Code { get; }

    /// <summary>What a shopper would call it.</summary>
    public abstract string Words { get; }
}
