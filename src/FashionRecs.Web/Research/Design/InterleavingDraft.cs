using FashionRecs.Application.Shop.Rankings;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Web.Research.Design;

/// <summary>Two rankings in one list while they are typed in; percents where people think in percents.</summary>
public sealed class InterleavingDraft
{
    public string A { get; set; } = "as-the-shop";
    public string B { get; set; } = "popular";
    public InterleavingCredit Credit { get; set; }
    public double PreferencePercent { get; set; } = 55;
    public double DecidedPercent { get; set; } = 20;
    public double PowerPercent { get; set; } = 80;

    /// <summary>New shoppers a day; null where it is not known.</summary>
    public double? PerDay { get; set; }

    /// <summary>Whether reasons are said beside the row: only where they are what ranked it, whichever ranking picked.</summary>
    public bool IsExplained => HomeRankings.TryFind(A) is { IsExplained: true } && HomeRankings.TryFind(B) is { IsExplained: true };

    /// <summary>The one arm: both rankings look alike.</summary>
    public Arm Arm => new("interleaved", 1, IsExplained ? new AsTheShop() : new NoExplanation());

    public InterleavedRankings ToRankings() => new(A, B)
    {
        Credit = Credit, Preference = PreferencePercent / 100, Decided = DecidedPercent / 100, Power = PowerPercent / 100,
    };

    public static InterleavingDraft Of(InterleavedRankings rankings) => new()
    {
        A = rankings.A, B = rankings.B, Credit = rankings.Credit, PreferencePercent = Math.Round(100 * rankings.Preference, 10),
        DecidedPercent = Math.Round(100 * rankings.Decided, 10), PowerPercent = Math.Round(100 * rankings.Power, 10),
    };
}
