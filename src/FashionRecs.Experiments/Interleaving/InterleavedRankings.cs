using FashionRecs.Experiments.Logging;

namespace FashionRecs.Experiments.Interleaving;

/// <summary>
/// Two rankings that every shopper sees in one list, and what is counted: a comparison within shoppers, which needs fewer of them than arms
/// do (Chapelle, Joachims, Radlinski and Yue, "Large-Scale Validation and Analysis of Interleaved Search Evaluation", ACM TOIS 2012).
/// </summary>
/// <param name="A">Code of the first ranking, the one that the other is compared with.</param>
/// <param name="B">Code of the second ranking.</param>
public sealed record InterleavedRankings(string A, string B)
{
    /// <summary>What a ranking is given credit for. Default what was liked or put in the bag.</summary>
    public InterleavingCredit Credit { get; init; }

    /// <summary>
    /// Share for the preferred ranking among those who prefer one, as small as is worth finding; above 0.5 and below 1. Default 0.55.
    /// </summary>
    public double Preference { get; init; } = 0.55;

    /// <summary>Share of the shoppers who are expected to prefer one, above 0 and up to 1. Default 0.2.</summary>
    public double Decided { get; init; } = 0.2;

    /// <summary>The power that the size is planned for, above alpha and below 1. Default 0.8.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>Shoppers that the plan needs; null with one sentence where a number is out of its range.</summary>
    /// <param name="alpha">Two-sided, between 0 and 1.</param>
    public long? Shoppers(double alpha, out string? problem)
    {
        problem = this switch
        {
            _ when alpha is not (> 0 and < 1) => FormattableString.Invariant($"Alpha is {alpha}; it must lie between 0 and 1."),
            { Preference: not (> 0.5 and < 1) } => "The smallest preference worth finding must lie above 50 % and below 100 %.",
            { Decided: not (> 0 and <= 1) } => "The share of shoppers who prefer one must lie above 0 and up to 100 %.",
            { Power: var power } when !(power > alpha && power < 1) => "The power must lie above alpha and below 100 %.",
            _ => null,
        };
        return problem is null ? InterleavingSize.Shoppers(Preference, Decided, alpha, Power) : null;
    }

    /// <summary>The team that a ranking is; null for the code of another.</summary>
    public Team? TeamOf(string? ranking) => ranking is null ? null : ranking == A ? Team.A : ranking == B ? Team.B : null;

    /// <summary>The code of a team's ranking.</summary>
    public string Of(Team team) => team == Team.A ? A : B;

    /// <summary>Whether an act is given credit for.</summary>
    public bool Counts(OutcomeKind kind) => kind is OutcomeKind.Like or OutcomeKind.LikeOpened or OutcomeKind.Bag
        || (kind == OutcomeKind.Click && Credit == InterleavingCredit.Opened);
}
