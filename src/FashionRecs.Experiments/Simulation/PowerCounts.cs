using FashionRecs.Domain.Statistics;

namespace FashionRecs.Experiments.Simulation;

/// <summary>What became of simulated experiments of a planned size.</summary>
/// <param name="Experiments">How many, of each kind.</param>
/// <param name="Found">Those in which the one arm with the effect was found, after Holm's correction.</param>
/// <param name="FalseAlarms">Those, with an effect in no arm, in which some arm was called different.</param>
public sealed record PowerCounts(int Experiments, int Found, int FalseAlarms)
{
    /// <summary>The power with its 95 % interval.</summary>
    public ShareInterval Power => ShareInterval.Of(Found, Experiments);

    /// <summary>Share of experiments with any false alarm, with its 95 % interval.</summary>
    public ShareInterval FalseAlarm => ShareInterval.Of(FalseAlarms, Experiments);
}
