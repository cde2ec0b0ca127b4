using FashionRecs.Core.Experiments.Assignment;

namespace FashionRecs.Core.Experiments.Lifecycle;

/// <summary>What a researcher decides before the experiment starts. Immutable; a changed design is a new one.</summary>
public sealed record ExperimentDesign
{
    /// <summary>What is expected and why.</summary>
    public string Hypothesis { get; init; } = "";

    /// <summary>The arms; the first is the control.</summary>
    public IReadOnlyList<Arm> Arms { get; init; } = [];

    /// <summary>Who may take part, as a segment's key; null for everybody.</summary>
    public string? Audience { get; init; }

    /// <summary>Share of traffic at the start, above 0 and up to 1.</summary>
    public double Coverage { get; init; } = 1;

    /// <summary>The layer and the piece of it that the experiment takes; null for none.</summary>
    public LayerSlot? Slot { get; init; }

    /// <summary>Key of the one metric that decides.</summary>
    public string PrimaryMetric { get; init; } = "";

    /// <summary>Keys of the metrics that must not get worse.</summary>
    public IReadOnlyList<string> Guardrails { get; init; } = [];

    /// <summary>Units per arm from the power calculation, 2 or more; 0 while it has not been made.</summary>
    public long PlannedPerArm { get; init; }
}
