using System.Globalization;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Scales;

namespace FashionRecs.Web.Research.Design;

/// <summary>A study with participants while it is typed in.</summary>
public sealed class LabDraft
{
    private const string ReversedMark = "(-)";

    public bool Within { get; set; } = true;
    public int Participants { get; set; } = 24;
    public int WarmUpLikes { get; set; } = 5;
    public List<TaskDraft> Tasks { get; init; } = [new()];

    /// <summary>Keys of the scales that ship which are asked after each part.</summary>
    public HashSet<string> AfterEachPart { get; init; } = ["explanation", "trust-scale"];

    /// <summary>Name of a scale of the researcher's own; empty for none.</summary>
    public string OwnName { get; set; } = "";

    /// <summary>Its statements, one a line; one that begins with "(-)" is reversed.</summary>
    public string OwnStatements { get; set; } = "";

    /// <summary>Statements that are asked once at the end.</summary>
    public string EndStatements { get; set; } = "";
    public int Points { get; set; } = 5;
    public bool HasAttentionChecks { get; set; } = true;
    public bool LeavesOutInattentive { get; set; }

    /// <summary>Key of the measure that decides.</summary>
    public string Measure { get; set; } = "explanation";
    public string Information { get; set; } = "";
    public string Debriefing { get; set; } = "";
    public string CompletionCode { get; set; } = "";

    public LabPlan ToPlan() => new()
    {
        Within = Within, Participants = Participants, WarmUpLikes = WarmUpLikes,
        Tasks = [.. Tasks.Select(task => new LabTask(task.Text.Trim(), task.StartAt.Trim(), task.LeastLikes))],
        AfterEachPart =
        [
            .. StandardScales.All.Where(scale => AfterEachPart.Contains(scale.Key)).Select(scale => scale with { Points = Points }),
            .. Own("own", OwnName.Trim().Length == 0 ? "Own scale" : OwnName.Trim(), OwnStatements),
        ],
        AtTheEnd = [.. Own("end", "At the end", EndStatements)],
        HasAttentionChecks = HasAttentionChecks, LeavesOutInattentive = LeavesOutInattentive,
        Information = Information.Trim(), Debriefing = Debriefing.Trim(), CompletionCode = CompletionCode.Trim(),
    };

    public static LabDraft Of(LabPlan plan, string measure)
    {
        var draft = new LabDraft
        {
            Within = plan.Within, Participants = plan.Participants, WarmUpLikes = plan.WarmUpLikes, Measure = measure,
            OwnName = plan.AfterEachPart.FirstOrDefault(scale => scale.Key == "own")?.Name ?? "",
            OwnStatements = Lines(plan.AfterEachPart.FirstOrDefault(scale => scale.Key == "own")),
            EndStatements = Lines(plan.AtTheEnd.FirstOrDefault(scale => scale.Key == "end")),
            Points = plan.AfterEachPart.Concat(plan.AtTheEnd).FirstOrDefault()?.Points ?? 5,
            HasAttentionChecks = plan.HasAttentionChecks, LeavesOutInattentive = plan.LeavesOutInattentive,
            Information = plan.Information, Debriefing = plan.Debriefing, CompletionCode = plan.CompletionCode,
        };
        draft.Tasks.Clear();
        draft.Tasks.AddRange(plan.Tasks.Select(task =>
            new TaskDraft { Text = task.Text, StartAt = task.StartAt, LeastLikes = task.LeastLikes }));
        draft.AfterEachPart.Clear();
        draft.AfterEachPart.UnionWith(plan.AfterEachPart.Select(scale => scale.Key));
        return draft;
    }

    private IEnumerable<QuestionScale> Own(string key, string name, string statements)
    {
        string[] lines = statements.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > 0)
        {
            yield return new QuestionScale(key, name, [.. lines.Select((line, at) => new ScaleItem(
                string.Create(CultureInfo.InvariantCulture, $"{key}-{at + 1}"),
                line.StartsWith(ReversedMark, StringComparison.Ordinal) ? line[ReversedMark.Length..].Trim() : line,
                line.StartsWith(ReversedMark, StringComparison.Ordinal)))]) { Points = Points };
        }
    }

    private static string Lines(QuestionScale? scale) => scale is null ? ""
        : string.Join('\n', scale.Items.Select(item => item.Reversed ? $"{ReversedMark} {item.Text}" : item.Text));
}
