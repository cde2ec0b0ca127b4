using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>What the design of an interleaving decides, in sentences.</summary>
internal sealed class InterleavingText(ExperimentDesign design, InterleavedRankings rankings)
{
    public string Outcome => "For each shopper, how many more products of one ranking than of the other they "
        + (rankings.Credit == InterleavingCredit.Opened ? "opened, liked or put in the bag" : "liked or put in the bag")
        + ". Each product counts once per shopper, for the ranking that had picked it, wherever in the shop it was done.";

    public string Conditions => $"No arms: the first row of the start page is a team draft (Radlinski, Kurup and Joachims, CIKM 2008) "
        + $"of the rankings '{rankings.A}' and '{rankings.B}', for every shopper. The cards explain: {design.Arms[0].View?.Name}.";

    public string Analysis => FormattableString.Invariant(
        $"Exact two-sided sign test over the shoppers who preferred one ranking (alpha {design.Comparison.Alpha}), once, at the planned ")
        + "size; Wilson's 95 % interval of the share for the preferred one.";

    public string Inference => FormattableString.Invariant($"One ranking is preferred where p is below {design.Comparison.Alpha}.");

    public string Exclusions =>
        "Shoppers who do more than 60 deliberate things within a minute, or 5,000 in all, are taken for bots and kept out. "
        + (design.Exclusions.Length > 0 ? design.Exclusions : "No other exclusions.");

    public string Size => FormattableString.Invariant($"{design.PlannedUnits:#,0} shoppers who see the row.");

    public string Rationale => FormattableString.Invariant(
        $"Power {100 * rankings.Power:0.#} % where {100 * rankings.Preference:0.#} % of those who prefer one ranking prefer the same, and ")
        + FormattableString.Invariant($"{100 * rankings.Decided:0.#} % of the shoppers prefer one.");
}
