using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Web.Research.Design;

/// <summary>An arm while it is typed in.</summary>
public sealed class ArmDraft
{
    public string Key { get; set; } = "";

    /// <summary>Share of the units, in percent.</summary>
    public double Percent { get; set; }
    public ExplanationView? View { get; set; }
    public RankingChoice Ranking { get; set; }


    /// <summary>The levels in a 2×2 design; null in any other.</summary>
    public FactorCell? Cell { get; set; }

    public Arm ToArm() => new(Key.Trim(), Percent / 100, View) { Ranking = Ranking, Cell = Cell };

    public static ArmDraft Of(Arm arm) =>
        new() { Key = arm.Key, Percent = Math.Round(100 * arm.Weight, 10), View = arm.View, Ranking = arm.Ranking,
        Cell = arm.Cell };
}
