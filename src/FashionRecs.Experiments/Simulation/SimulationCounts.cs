using FashionRecs.Domain.Statistics;

namespace FashionRecs.Experiments.Simulation;

/// <summary>How many of the simulated experiments each rule called significant.</summary>
/// <param name="Experiments">Number of experiments.</param>
/// <param name="UnitsPerArm">Units per arm of each when it ended.</param>
/// <param name="Looks">Looks at each.</param>
/// <param name="Sequential">Experiments in which the sequential interval excluded zero at some look.</param>
/// <param name="FixedAtAnyLook">Experiments in which the fixed interval did at some look: what peeking costs.</param>
/// <param name="FixedAtTheEnd">Experiments in which the fixed interval did at the last look, the one it is made for.</param>
public sealed record SimulationCounts(int Experiments, long UnitsPerArm, int Looks, int Sequential, int FixedAtAnyLook, int FixedAtTheEnd)
{
    /// <summary>Share of sequential alarms with its 95 % interval.</summary>
    public ShareInterval SequentialShare => ShareInterval.Of(Sequential, Experiments);

    /// <summary>Share of fixed alarms at any look with its 95 % interval.</summary>
    public ShareInterval FixedAtAnyLookShare => ShareInterval.Of(FixedAtAnyLook, Experiments);

    /// <summary>Share of fixed alarms at the last look with its 95 % interval.</summary>
    public ShareInterval FixedAtTheEndShare => ShareInterval.Of(FixedAtTheEnd, Experiments);
}
