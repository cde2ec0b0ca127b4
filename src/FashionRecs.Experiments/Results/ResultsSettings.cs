using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Results;

/// <summary>How results are computed; exported with them.</summary>
public sealed record ResultsSettings
{
    /// <summary>The settings that an experiment's design decided on before any result was seen.</summary>
    /// <param name="reached">How many of the planned looks were reached; of no meaning without any.</param>
    public static ResultsSettings Of(ExperimentDesign design, int reached = 0) => new()
    {
        Comparison = design.Comparison with { Group = design.Comparison.Group is { } plan ? plan with { Reached = reached } : null },
        AdjustedMetric = design.Adjusted ? design.PrimaryMetric : null,
        Health = new HealthSettings { InTwoArms = design.InTwoArms },
    };

    /// <summary>Alpha, sequential rule and tuning. Each metric brings its own kind of difference.</summary>
    public ComparisonSettings Comparison { get; init; } = new();

    /// <summary>Limits of the health checks.</summary>
    public HealthSettings Health { get; init; } = new();

    /// <summary>With fewer units in an arm no number is shown. Default 100.</summary>
    public int LeastUnits { get; init; } = 100;

    /// <summary>With fewer converted, or fewer not converted, units in an arm no number is shown. Default 5.</summary>
    public int LeastConversions { get; init; } = 5;

    /// <summary>Key of the metric that the units' earlier behaviour adjusts (CUPED); null for none.</summary>
    public string? AdjustedMetric { get; init; }
}
