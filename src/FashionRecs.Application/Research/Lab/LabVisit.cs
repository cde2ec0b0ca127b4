using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Application.Research.Lab;

/// <summary>A participant where they are in their study.</summary>
/// <param name="Experiment">The study.</param>
/// <param name="Plan">How it is planned.</param>
/// <param name="Participant">Who.</param>
/// <param name="Revision">The revision that a save must name.</param>
public sealed record LabVisit(Experiment Experiment, LabPlan Plan, Participant Participant, long Revision)
{
    private IReadOnlyList<Arm> Arms => Experiment.Phases is [var phase, ..] ? phase.Arms : Experiment.Design.Arms;

    /// <summary>The study's steps.</summary>
    public IReadOnlyList<LabStep> Steps => LabStep.Of(Plan, Arms.Count);

    /// <summary>Where they are.</summary>
    public LabStep Step => Steps[Math.Min(Participant.Step, Steps.Count - 1)];

    /// <summary>How many parts there are.</summary>
    public int Parts => Plan.Parts(Arms.Count);

    /// <summary>Whether the study runs.</summary>
    public bool Runs => Experiment.Current is not null;

    /// <summary>The arm they shop with now; null where they do not shop with one.</summary>
    public Arm? Arm => Runs && Participant is { TakesPart: true, Place: { } place } && Step is { Kind: LabStepKind.Task, Part: var part }
        ? Arms[ArmOrders.Of(Arms.Count, Plan.Within, Experiment.Phases[0].Seed, place)[part - 1]] : null;
}
