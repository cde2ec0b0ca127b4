namespace FashionRecs.Core.Experiments.Health;

/// <summary>Limits of the health checks.</summary>
public sealed record HealthSettings
{
    /// <summary>A unit with more outcomes than this within any minute is taken for a program. Default 60.</summary>
    public int MostOutcomesPerMinute { get; init; } = 60;

    /// <summary>A unit with more outcomes than this in all is taken for a program. Default 5,000.</summary>
    public int MostOutcomes { get; init; } = 5000;

    /// <summary>Above this share of units seen in two arms the alarm is raised; between 0 and 1. Default 0.01.</summary>
    public double MostInTwoArms { get; init; } = 0.01;

    /// <summary>Imbalance of earlier behaviour is reported below this p-value. Default 0.001, as for sample ratios.</summary>
    public double ImbalanceBelow { get; init; } = 0.001;
}
