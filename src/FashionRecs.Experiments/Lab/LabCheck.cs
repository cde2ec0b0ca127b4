using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Scales;

namespace FashionRecs.Experiments.Lab;

/// <summary>Finds what keeps a study with participants from being started.</summary>
internal static class LabCheck
{
    /// <summary>The most arms: more are not seen by anybody in one sitting.</summary>
    public const int MostArms = 12;

    /// <summary>Each of them.</summary>
    public static IEnumerable<DesignProblem> Find(ExperimentDesign design, LabPlan plan) =>
    [
        .. Participants(design, plan).Select(text => new DesignProblem(DesignPart.Participants, text)),
        .. Questions(design, plan).Select(text => new DesignProblem(DesignPart.Questions, text)),
        .. Arms(design).Select(text => new DesignProblem(DesignPart.Arms, text)),
    ];

    private static IEnumerable<string> Participants(ExperimentDesign design, LabPlan plan)
    {
        if (string.IsNullOrWhiteSpace(plan.Information))
        {
            yield return "Participants cannot agree to what they are not told: the information before the study is missing.";
        }

        if (design.Arms.Any(arm => arm.View is Placebo or PlaceboWords) && string.IsNullOrWhiteSpace(plan.Debriefing))
        {
            yield return "An arm gives reasons that are not true, so participants have to be told afterwards: the debriefing is missing.";
        }

        if (plan.Participants < 2)
        {
            yield return "The number of participants is missing; at least 2 are needed.";
        }

        if (!plan.Within && plan.Participants is >= 2 and var people && people < 2 * design.Arms.Count)
        {
            yield return $"{people} participants in {design.Arms.Count} arms are fewer than two in each.";
        }

        foreach (var task in plan.Tasks.Where(task =>
            !task.StartAt.StartsWith('/') || task.StartAt.StartsWith("//", StringComparison.Ordinal)))
        {
            yield return $"A task begins at a page of the shop, such as /browse, not at '{task.StartAt}'.";
        }
    }

    private static IEnumerable<string> Questions(ExperimentDesign design, LabPlan plan)
    {
        QuestionScale[] scales = [.. plan.AfterEachPart, .. plan.AtTheEnd];
        foreach (var scale in scales.Where(scale =>
            scale.Items.Count == 0 || scale.Items.Any(item => string.IsNullOrWhiteSpace(item.Text))))
        {
            yield return $"The scale \"{scale.Name}\" has no statements.";
        }

        foreach (var twice in scales.SelectMany(scale => scale.Items).CountBy(item => item.Key).Where(pair => pair.Value > 1))
        {
            yield return $"The statement '{twice.Key}' is asked twice.";
        }

        if (plan.LeavesOutInattentive && (!plan.HasAttentionChecks || scales.Length == 0))
        {
            yield return "Nobody can fail an attention check that is not asked.";
        }

        if (design.Comparison.Alpha is not (> 0 and < 1))
        {
            yield return FormattableString.Invariant($"Alpha is {design.Comparison.Alpha}; it must lie between 0 and 1.");
        }

        if (LabMeasures.Of(design).All(measure => measure.Key != design.PrimaryMetric))
        {
            yield return $"The primary metric '{design.PrimaryMetric}' is nothing that this study measures.";
        }
    }
    private static IEnumerable<string> Arms(ExperimentDesign design)
    {
        if (design.Arms.Count > MostArms)
        {
            yield return $"There are {design.Arms.Count} arms; a study with participants has at most {MostArms}.";
        }

        if (DesignCheck.RankingProblem(design.Surface, design.Arms) is { } problem)
        {
            yield return problem;
        }
    }
}
