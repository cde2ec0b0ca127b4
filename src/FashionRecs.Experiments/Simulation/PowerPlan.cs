using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Simulation;

/// <summary>An experiment whose planned size is tried out.</summary>
public sealed record PowerPlan
{
    /// <summary>Weights of the arms, the control first; they sum to one.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [0.5, 0.5];

    /// <summary>Units that have a value, all arms together.</summary>
    public long Units { get; init; }

    /// <summary>What the metric counts. A ratio is drawn as a mean of its linearized form.</summary>
    public MetricKind Kind { get; init; }

    /// <summary>The ends of a scale of whole numbers; null where there is none.</summary>
    public (int Least, int Most)? Scale { get; init; }

    /// <summary>Value of the control.</summary>
    public double Baseline { get; init; }

    /// <summary>The true effect, relative or absolute as the settings say.</summary>
    public double Effect { get; init; }

    /// <summary>Standard deviation of one unit; not used for a proportion.</summary>
    public double Deviation { get; init; }

    /// <summary>Correlation with earlier behaviour, whose part of the variance CUPED takes away.</summary>
    public double Correlation { get; init; }

    /// <summary>How arms are compared.</summary>
    public ComparisonSettings Settings { get; init; } = new();

    /// <summary>Looks at equal distances where every look is allowed; else there is one. Default 14.</summary>
    public int Looks { get; init; } = 14;

    /// <summary>Number of experiments, 1 or more. Default 1,000.</summary>
    public int Experiments { get; init; } = 1000;

    /// <summary>Seed of the random numbers. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
