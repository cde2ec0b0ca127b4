namespace FashionRecs.Experiments.Lab;

/// <summary>What a participant does at one place of a study.</summary>
public enum LabStepKind
{
    /// <summary>Reads what the study is and agrees to it.</summary>
    Consent,

    /// <summary>Shows the shop a taste; nothing is explained yet.</summary>
    WarmUp,

    /// <summary>Shops, with the view of an arm.</summary>
    Task,

    /// <summary>Answers questions about the part.</summary>
    Questions,

    /// <summary>Answers questions about all of it.</summary>
    FinalQuestions,

    /// <summary>Reads what it was about, and may still withdraw.</summary>
    Debriefing,

    /// <summary>Is done.</summary>
    Done,
}

/// <summary>One place of a study.</summary>
/// <param name="Kind">What is done there.</param>
/// <param name="Part">The part it belongs to, from 1; 0 where it belongs to none.</param>
public sealed record LabStep(LabStepKind Kind, int Part = 0)
{
    /// <summary>All places of a study, in order; the same for all of its participants.</summary>
    /// <param name="arms">How many arms there are.</param>
    public static IReadOnlyList<LabStep> Of(LabPlan plan, int arms) =>
    [
        new(LabStepKind.Consent),
        .. plan.WarmUpLikes > 0 ? [new LabStep(LabStepKind.WarmUp)] : Array.Empty<LabStep>(),
        .. Enumerable.Range(1, plan.Parts(arms)).SelectMany(part => plan.AfterEachPart.Count > 0
            ? new[] { new LabStep(LabStepKind.Task, part), new LabStep(LabStepKind.Questions, part) }
            : [new LabStep(LabStepKind.Task, part)]),
        .. plan.AtTheEnd.Count > 0 ? [new LabStep(LabStepKind.FinalQuestions)] : Array.Empty<LabStep>(),
        new(LabStepKind.Debriefing),
        new(LabStepKind.Done),
    ];
}
