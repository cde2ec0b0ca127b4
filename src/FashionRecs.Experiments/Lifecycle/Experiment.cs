using FashionRecs.Experiments.Preregistration;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>An experiment with all that happened to it. Immutable; <see cref="ExperimentActions"/> make the next state of it.</summary>
public sealed record Experiment
{
    /// <summary>Short name, unique in the shop; part of links and seeds.</summary>
    public required string Key { get; init; }

    /// <summary>What was decided.</summary>
    public ExperimentDesign Design { get; init; } = new();

    /// <summary>Where it stands.</summary>
    public ExperimentState State { get; init; }

    /// <summary>The names of those who wrote the design; none of them can review it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The design as it was handed to review; null before, and after it was sent back.</summary>
    public FrozenDesign? Preregistration { get; init; }

    /// <summary>Phases in order; empty before the start.</summary>
    public IReadOnlyList<Phase> Phases { get; init; } = [];

    /// <summary>All that was done, in order.</summary>
    public IReadOnlyList<AuditEntry> Audit { get; init; } = [];

    /// <summary>The phase that lasts, or null.</summary>
    public Phase? Current => State == ExperimentState.Running ? Phases[^1] : null;

    /// <summary>
    /// The arm of a unit now; null if the experiment does not run, or the unit is outside its layer slot or its traffic,
    /// or participants with links take part instead of shoppers.
    /// Depends on nothing but the unit and the seed, so it is the same after restarts and on every server.
    /// </summary>
    public Arm? ArmOf(string unit) =>
        Current is { } phase && Design.Lab is null && (Design.Slot?.Contains(unit) ?? true) ? phase.ArmOf(unit) : null;

    /// <summary>The arm of a shopper now; null also where they are not of the audience.</summary>
    public Arm? ArmOf(ExperimentUnit unit) =>
        Current is { } phase && unit.Belongs(Design.Audience, phase.StartedAt) ? ArmOf(unit.Id) : null;
}
