using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Scales;

namespace FashionRecs.Experiments.Lab;

/// <summary>A study with what its participants did.</summary>
/// <param name="Experiment">The study; it has been started.</param>
/// <param name="Participants">Everybody with a link.</param>
/// <param name="Exposures">All exposures of it.</param>
/// <param name="Outcomes">All outcomes of it.</param>
public sealed record LabLog(Experiment Experiment, IReadOnlyList<Participant> Participants, IReadOnlyList<Exposure> Exposures,
    IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>How it was planned.</summary>
    public LabPlan Plan => Experiment.Design.Lab
        ?? throw new InvalidOperationException($"The experiment '{Experiment.Key}' has no participants with links.");

    /// <summary>Its only phase.</summary>
    public Phase Phase => Experiment.Phases[0];

    /// <summary>Its steps.</summary>
    public IReadOnlyList<LabStep> Steps => LabStep.Of(Plan, Phase.Arms.Count);

    /// <summary>Keys of the arms in the order in which a participant sees them.</summary>
    public IReadOnlyList<string> OrderOf(Participant participant) => participant.Place is { } place
        ? [.. ArmOrders.Of(Phase.Arms.Count, Plan.Within, Phase.Seed, place).Select(arm => Phase.Arms[arm].Key)] : [];

    /// <summary>Whether a participant answered an attention check wrongly.</summary>
    public static bool FailedCheck(Participant participant) =>
        participant.Answers.Any(answer => answer.Item == AttentionCheck.Key && answer.Value != AttentionCheck.Right);

    /// <summary>Whether what a participant did counts.</summary>
    public bool Counts(Participant participant) =>
        participant.TakesPart && !(Plan.LeavesOutInattentive && FailedCheck(participant));

    /// <summary>The finished parts of those who count.</summary>
    public IReadOnlyList<LabCell> Cells() => Cells(Counts);

    /// <summary>
    /// The finished parts of some participants, in the order in which they agreed. Only what was done during a part belongs to it, whatever
    /// a page that was left open sent later.
    /// </summary>
    public IReadOnlyList<LabCell> Cells(Func<Participant, bool> which)
    {
        var steps = Steps;
        var seen = Exposures.ToLookup(exposure => exposure.Unit);
        var done = Outcomes.DistinctBy(outcome => outcome.Id).ToLookup(outcome => outcome.ExposureId);
        return [.. Participants.Where(which).OrderBy(participant => participant.Place).SelectMany(participant =>
        {
            var order = OrderOf(participant);
            return order.Select((arm, at) => Cell(participant, at + 1, arm)).OfType<LabCell>();
        })];

        LabCell? Cell(Participant participant, int part, string arm)
        {
            var step = steps.ToList().FindIndex(step => step is { Kind: LabStepKind.Task } && step.Part == part);
            if (participant.ReachedAt(step) is not { } from || participant.ReachedAt(step + 1) is not { } to)
            {
                return null;
            }

            var exposure = seen[participant.Unit.ToString()].FirstOrDefault(exposure => exposure.Arm == arm && exposure.At <= to);
            return new(participant, part, arm, from, to, exposure is null ? null : new UnitRow(exposure,
                [.. done[exposure.Id].Where(outcome => outcome.At >= from && outcome.At <= to).OrderBy(outcome => outcome.At)
                    .ThenBy(outcome => outcome.Id)]), participant.Said(part));
        }
    }

    /// <summary>How far people came.</summary>
    public LabCount Count()
    {
        var taking = Participants.Where(participant => participant.TakesPart).ToArray();
        return new(Participants.Count, Participants.Count(participant => participant.Place is not null),
            Participants.Count(participant => participant.Declined),
            taking.Count(participant => Steps[participant.Step].Kind == LabStepKind.Done),
            Participants.Count(participant => participant.Withdrew), taking.Count(FailedCheck),
            taking.Count(participant => !Counts(participant)), taking.Count(participant => participant.OnTwoDevices));
    }
}
