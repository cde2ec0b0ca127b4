namespace FashionRecs.Experiments.Health;

/// <summary>Limits of the health checks.</summary>
public sealed record HealthSettings
{
    /// <summary>A unit with more deliberate acts than this within any minute is taken for a program. Default 60.</summary>
    public int MostActsPerMinute { get; init; } = 60;

    /// <summary>A unit with more deliberate acts than this in all is taken for a program. Default 5,000.</summary>
    public int MostActs { get; init; } = 5000;

    /// <summary>
    /// An outcome may be timed this long before its exposure: what is seen and what is done travel in requests of their own. Default two
    /// seconds.
    /// </summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Above this share of units seen in two arms the alarm is raised: so many people do not come on two devices; between 0 and 1. Default
    /// 0.1. Below, the bias that they can cause is bounded.
    /// </summary>
    public double MostInTwoArms { get; init; } = 0.1;

    /// <summary>What becomes of units seen in two arms. Default they are kept out.</summary>
    public MultipleExposure InTwoArms { get; init; }

    /// <summary>Below this p-value it is reported that arms differ in how many of those who were asked answer. Default 0.01.</summary>
    public double UnevenAnswersBelow { get; init; } = 0.01;

    /// <summary>Below this share of units that ever saw the view of their arm, the arm is reported; between 0 and 1. Default 0.9.</summary>
    public double LeastShownAsPlanned { get; init; } = 0.9;

    /// <summary>Imbalance of earlier behaviour is reported below this p-value. Default 0.001, as for sample ratios.</summary>
    public double ImbalanceBelow { get; init; } = 0.001;
}
