using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Simulation;

/// <summary>How many artificial experiments are run and what each looks like. Two equal arms, a conversion metric.</summary>
public sealed record SimulationPlan
{
    /// <summary>Number of experiments, 1 or more. Default 2,000.</summary>
    public int Experiments { get; init; } = 2000;

    /// <summary>Days, each ending with a look at the data, 1 or more. Default 30.</summary>
    public int Days { get; init; } = 30;

    /// <summary>New units per arm and day when both arms are the same, 1 or more. Default 200.</summary>
    public int UnitsPerDay { get; init; } = 200;

    /// <summary>Conversion rate of the control arm, between 0 and 1. Default 0.1.</summary>
    public double Baseline { get; init; } = 0.1;

    /// <summary>The true relative lift in the experiments that have one. Default 0.1, ten percent.</summary>
    public double Lift { get; init; } = 0.1;

    /// <summary>The power that the experiments with a lift are planned for. Default 0.8.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>Alpha and tuning of the rules. Default 0.05 and 5,000.</summary>
    public ComparisonSettings Settings { get; init; } = new();

    /// <summary>The same seed gives the same experiments on every machine. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What is wrong with the plan, as a sentence; null if nothing.</summary>
    public string? Problem() => this switch
    {
        { Experiments: < 1 } => $"{Experiments} experiments were asked for; at least 1 is needed.",
        { Days: < 1 } => $"{Days} days were asked for; at least 1 is needed.",
        { UnitsPerDay: < 1 } => $"{UnitsPerDay} units a day were asked for; at least 1 is needed.",
        { Baseline: not (> 0 and < 1) } => FormattableString.Invariant($"The baseline {Baseline} is no conversion rate between 0 and 1."),
        _ when !(Lift != 0 && Baseline * (1 + Lift) > 0 && Baseline * (1 + Lift) < 1) =>
            FormattableString.Invariant($"A lift of {Lift} on {Baseline} is zero or leaves the range from 0 to 1."),
        _ when !(Power > Settings.Alpha && Power < 1) => FormattableString.Invariant($"The power {Power} must lie between alpha and 1."),
        _ => Settings.Problem(),
    };
}
