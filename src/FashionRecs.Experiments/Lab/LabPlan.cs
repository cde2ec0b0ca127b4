using FashionRecs.Experiments.Scales;

namespace FashionRecs.Experiments.Lab;

/// <summary>
/// A study with participants who come by links of their own, in place of whoever shops here. Immutable; a changed plan is a new one.
/// </summary>
public sealed record LabPlan
{
    /// <summary>
    /// Whether each participant sees all arms, one after another, in a counterbalanced order; else each sees one. Default true.
    /// </summary>
    public bool Within { get; init; } = true;

    /// <summary>How many participants are planned, 2 or more.</summary>
    public int Participants { get; init; }

    /// <summary>
    /// Products to like before the first part, so that the shop knows a taste that it can explain; 0 for none. Default 5.
    /// </summary>
    public int WarmUpLikes { get; init; } = 5;

    /// <summary>What to do in each part, in order; of fewer tasks than parts the last is repeated, and none is no task.</summary>
    public IReadOnlyList<LabTask> Tasks { get; init; } = [];

    /// <summary>Scales that are asked after each part.</summary>
    public IReadOnlyList<QuestionScale> AfterEachPart { get; init; } = [];

    /// <summary>Scales that are asked once, at the end.</summary>
    public IReadOnlyList<QuestionScale> AtTheEnd { get; init; } = [];

    /// <summary>Whether each questionnaire has a statement with one right answer.</summary>
    public bool HasAttentionChecks { get; init; }

    /// <summary>Whether who failed one is left out, which is preregistered with the design; they are counted in any case.</summary>
    public bool LeavesOutInattentive { get; init; }

    /// <summary>What participants read before they agree: what happens, how long it takes, what is kept, whom to ask.</summary>
    public string Information { get; init; } = "";

    /// <summary>What they read at the end.</summary>
    public string Debriefing { get; init; } = "";

    /// <summary>What they hand in as proof that they took part; empty for none.</summary>
    public string CompletionCode { get; init; } = "";

    /// <summary>The task of a part, counted from 1.</summary>
    public LabTask TaskOf(int part) => Tasks.Count == 0 ? new LabTask("") : Tasks[Math.Min(part, Tasks.Count) - 1];

    /// <summary>How many parts there are for one participant.</summary>
    /// <param name="arms">How many arms there are.</param>
    public int Parts(int arms) => Within ? arms : 1;
}
