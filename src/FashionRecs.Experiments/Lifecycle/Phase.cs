using FashionRecs.Domain.Hashing;
using FashionRecs.Experiments.Assignment;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>A time during which arms and weights stayed the same. Results never mix phases.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Seed">Seed of the assignment, so that a new phase deals afresh.</param>
/// <param name="Arms">The arms; the first is the control.</param>
/// <param name="Coverage">Share of traffic, 0 to 1; a ramp only raises it, which moves nobody between arms.</param>
/// <param name="StartedAt">When the phase began.</param>
/// <param name="EndedAt">When it ended; null while it lasts.</param>
public sealed record Phase(int Number, string Seed, IReadOnlyList<Arm> Arms, double Coverage, DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt = null)
{
    /// <summary>Whether its arms differ in how the start page is ranked.</summary>
    public bool RanksDifferently => Arms.Where(arm => arm.Weight > 0).Select(arm => arm.Ranking).Distinct().Count() > 1;

    /// <summary>
    /// Whether pages may say why beside the arms' views, as in titles and pairings: only where every arm does. What one arm keeps back no
    /// arm's page says elsewhere, so that arms differ in the view alone.
    /// </summary>
    public bool LetsPageSayWhy => Arms.All(arm => arm.Weight == 0 || arm.View is null or { LetsPageSayWhy: true });

    /// <summary>Whether every arm explains in words, so that pages may announce it.</summary>
    public bool EveryArmHasWords => Arms.All(arm => arm.Weight == 0 || arm.View is null or { HasWords: true });

    /// <summary>The arm of a unit, or null if the unit is outside the covered traffic.</summary>
    public Arm? ArmOf(string unit)
    {
        var ranges = BucketRanges.Create(Arms.Count, Coverage, [.. Arms.Select(arm => arm.Weight)]);
        var arm = UnitHash.Compute(Seed, unit) is { } number ? BucketRanges.Choose(number, ranges) : -1;
        return arm < 0 ? null : Arms[arm];
    }
}
