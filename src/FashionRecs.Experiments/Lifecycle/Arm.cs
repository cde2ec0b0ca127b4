using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Factors;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>One way of explaining, if asked for also of ranking, and the share of the experiment's units that see it.</summary>
/// <param name="Key">Short name, unique within the experiment, for example "control".</param>
/// <param name="Weight">Share of the units, 0 to 1; the arms' weights sum to one.</param>
/// <param name="View">What the arm shows; null while a draft is unfinished.</param>
public sealed record Arm(string Key, double Weight, ExplanationView? View)
{
    /// <summary>How the arm's start page is ranked. Default as the shop ranks.</summary>
    public RankingChoice Ranking { get; init; }

    /// <summary>The arm's levels in a 2×2 design; null in any other.</summary>
    public FactorCell? Cell { get; init; }
}
