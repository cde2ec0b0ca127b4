using System.Globalization;
using FashionRecs.Domain.Text;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Scales;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>What the design of a study with participants decides, in sentences.</summary>
internal sealed class LabText(ExperimentDesign design, LabPlan plan)
{
    private readonly LabMeasure? primary = LabMeasures.Of(design).FirstOrDefault(measure => measure.Key == design.PrimaryMetric);

    public string Outcome => $"Primary: {primary?.Name ?? design.PrimaryMetric}, "
        + (primary?.Scale is { } scale ? (scale.Items.Count == 1
            ? $"the answer to one statement on {scale.Points} points. "
            : $"the mean of {scale.Items.Count} statements on {scale.Points} points, reversed ones recoded, of those who answered at "
                + "least half. ")
            : "counted within each part. ")
        + $"Scales after each part: {Scales(plan.AfterEachPart)}. At the end: {Statements}. Reliability of each as "
        + $"Cronbach's alpha and McDonald's omega.";

    public string Conditions => $"{design.Arms.Count} arms, the first of them the control: "
        + $"{Phrases.List(design.Arms.Select(arm => $"{arm.Key} ({arm.View?.Name})"))}, "
        + (plan.Within ? "each seen by every participant, in the orders of a Williams design." : "one seen by each participant.");

    public string Randomization => "In blocks of as many participants as there are orders, shuffled by the study's seed, in the "
        + "order in which they agree to take part.";

    public string Analysis => (plan.Within
        ? "Each arm is compared with the control within persons: a sign-flip permutation test of the mean difference (exact up to 15 "
            + "people), its exact interval by subset means and a BCa bootstrap interval. "
        : "Each arm is compared with the control between persons: a permutation test of the difference of means (exact up to 20,000 "
            + "divisions) and a BCa bootstrap interval. ")
        + string.Create(CultureInfo.InvariantCulture, $"Two-sided, alpha {design.Comparison.Alpha}")
        + (design.Arms.Count == 2 ? "."
            : "; p-values of the primary metric corrected by Holm over the arms, intervals also at alpha divided by the number of arms "
                + "compared.");

    public string Exclusions => (plan.LeavesOutInattentive ? "Participants who answer an attention check wrongly, or would rather "
        + "not say, are left out. "
        : "Nobody is left out for an attention check; who fails one is counted. ")
        + "Who withdraws is deleted. Parts that were not finished do not count. Nothing is capped. "
        + (design.Exclusions.Length > 0 ? design.Exclusions : "No other exclusions.");

    public string Size => string.Create(CultureInfo.InvariantCulture, $"{plan.Participants} participants who finish.");

    public string Stopping => "When as many participants as planned have finished; the reason for stopping is written down.";

    public string Inference => string.Create(CultureInfo.InvariantCulture, $"An arm differs where its corrected p-value is below "
        + $"{design.Comparison.Alpha}.");

    public string Procedure => "By links, one for each participant, after informed consent. "
        + (plan.WarmUpLikes > 0 ? $"First they like {plan.WarmUpLikes} products without any explanation. " : "")
        + (plan.Tasks.Count == 0 ? "No task. " : $"Tasks: {string.Join(" / ", plan.Tasks.Select(InWords)).TrimEnd('.')}. ")
        + $"{(plan.HasAttentionChecks ? "Each questionnaire has an attention check. " : "")}Debriefing at the end, and the choice to "
        + $"withdraw.";

    private string Statements => plan.AtTheEnd.Sum(scale => scale.Items.Count) switch
    {
        0 => "none",
        1 => "one statement",
        var count => FormattableString.Invariant($"{count} statements"),
    };

    private static string InWords(LabTask task) => (task.Text.Length == 0 ? "look around" : task.Text)
        + (task.LeastLikes > 0 ? $" (at least {task.LeastLikes} products liked)" : "");

    private static string Scales(IReadOnlyList<QuestionScale> scales) => scales.Count == 0 ? "none"
        : Phrases.List(scales.Select(scale => scale.Name + (scale.Source.Length > 0 ? $" ({scale.Source})" : "")));
}
