using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Web.Research.Design;

/// <summary>When results may decide and how sure they have to be, while it is typed in.</summary>
public sealed class LooksDraft
{
    /// <summary>Chance of a false alarm, two-sided.</summary>
    public double Alpha { get; set; } = 0.05;
    public LookRule Rule { get; set; }

    /// <summary>How many looks are planned, where they are.</summary>
    public int Planned { get; set; } = 5;
    public AlphaSpending Spending { get; set; }

    /// <summary>Shoppers in two arms at which the interval for every look is tightest; null for the planned number.</summary>
    public double? Tuning { get; set; }

    public bool IsSequential => Rule == LookRule.Always;

    /// <summary>The settings, but for where the interval is tightest where nothing was chosen.</summary>
    public ComparisonSettings Settings(DifferenceKind difference) => new()
    {
        Alpha = Alpha, Sequential = IsSequential, Difference = difference,
        Group = Rule == LookRule.Planned ? new GroupPlan(Spending, Math.Clamp(Planned, 2, GroupPlan.MostLooks)) : null,
    };

    public static LooksDraft Of(ComparisonSettings settings) => new()
    {
        Alpha = settings.Alpha, Tuning = settings.Tuning,
        Rule = settings switch
        {
            { Group: not null } => LookRule.Planned,
            { Sequential: true } => LookRule.Always,
            _ => LookRule.Once,
        },
        Planned = settings.Group?.Looks ?? 5, Spending = settings.Group?.Spending ?? AlphaSpending.OBrienFleming,
    };
}
