using System.Text.RegularExpressions;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Planning;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>Finds everything that keeps an experiment from being started.</summary>
public static partial class DesignCheck
{
    private const double WeightTolerance = 1e-6;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,59}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExperimentKey { get; }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9 -]{0,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ArmKey { get; }

    /// <summary>One sentence per problem; empty if the experiment may start.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="others">All other experiments; those that run or are in review hold their layer slots.</param>
    /// <param name="metrics">Keys of the metrics whose events the shop records.</param>
    public static IReadOnlyList<string> Problems(Experiment experiment, IEnumerable<Experiment> others, IReadOnlySet<string> metrics)
    {
        var design = experiment.Design;
        var problems = ArmProblems(design.Arms).ToList();
        AddIf(KeyProblem(experiment.Key) is not null, KeyProblem(experiment.Key) ?? "");
        AddIf(string.IsNullOrWhiteSpace(design.Hypothesis), "The hypothesis is missing.");
        AddIf(design.Coverage is not (> 0 and <= 1),
            FormattableString.Invariant($"The share of traffic is {design.Coverage}; it must lie above 0 and up to 1."));
        if (design.Lab is { } plan)
        {
            problems.AddRange(LabCheck.Problems(design, plan));
            return problems;
        }

        AddIf(design.PlannedPerArm < 2, "The planned size is missing; calculate it from the smallest effect worth finding.");
        AddIf(design.AskedShare is not (>= 0 and <= 1),
            FormattableString.Invariant(
            $"The share of shoppers who are asked a question is {design.AskedShare}; it must lie between 0 and 1."));
        AddIf(string.IsNullOrEmpty(design.PrimaryMetric), "The primary metric is missing.");
        foreach (var metric in design.Guardrails.Prepend(design.PrimaryMetric).Where(key => key.Length > 0 && !metrics.Contains(key))
            .Distinct())
        {
            problems.Add($"The metric '{metric}' has no events: nothing that the shop records would count for it.");
        }

        problems.AddRange(StandardMetrics.All.Where(metric => metric.Key == design.PrimaryMetric || design.Guardrails.Contains(metric.Key))
            .Select(metric => MetricFeasibility.Problem(metric, design)).OfType<string>());
        problems.AddRange(StandardMetrics.All.Where(metric => design.Guardrails.Contains(metric.Key))
            .Select(MetricFeasibility.GuardrailProblem).OfType<string>());
        problems.AddRange(StandardMetrics.All.Where(metric => metric.Key == design.PrimaryMetric && design.Plan is not null)
            .Select(metric => BaselineCheck.Problem(metric, design.Plan!)).OfType<string>());
        AddIf(design.Guardrails.Contains(design.PrimaryMetric),
            $"The metric '{design.PrimaryMetric}' cannot be the primary metric and a guardrail.");
        AddIf(design.Comparison.Problem() is not null, $"The analysis cannot be done as planned: {design.Comparison.Problem()}");
        AddIf(RankingProblem(design.Surface, design.Arms) is not null, RankingProblem(design.Surface, design.Arms) ?? "");
        problems.AddRange(design.Factors?.Problems(design.Arms) ?? []);
        problems.AddRange(MarginCheck.Problems(design));
        problems.AddRange(LayerCheck.Problems(experiment, others));
        return problems;

        void AddIf(bool wrong, string problem)
        {
            if (wrong)
            {
                problems.Add(problem);
            }
        }
    }

    /// <summary>What is wrong with an experiment's key, or null.</summary>
    public static string? KeyProblem(string key) =>
        ExperimentKey.IsMatch(key) ? null : "The key must be 2 to 60 small letters, digits and hyphens, beginning with a letter or digit.";

    /// <summary>Why arms cannot have rankings of their own in a place, or null.</summary>
    public static string? RankingProblem(ExplanationSurface surface, IReadOnlyList<Arm> arms) =>
        surface == ExplanationSurface.ProductPage && arms.Any(arm => arm.Ranking != RankingChoice.AsTheShop)
            ? "Product pages rank nothing: an arm with a ranking of its own needs an experiment that decides cards."
            : null;

    /// <summary>One sentence per problem of a list of arms.</summary>
    public static IEnumerable<string> ArmProblems(IReadOnlyList<Arm> arms)
    {
        if (arms.Count < 2)
        {
            yield return $"There {(arms.Count == 1 ? "is 1 arm" : $"are {arms.Count} arms")}; at least a control and a treatment are "
                + $"needed.";
        }

        foreach (var arm in arms.Where(arm => !ArmKey.IsMatch(arm.Key)))
        {
            yield return $"The arm '{arm.Key}' needs a name of 1 to 40 letters, digits, spaces and hyphens, beginning with a letter or "
                + $"digit.";
        }

        foreach (var arm in arms.Where(arm => arm.View is null))
        {
            yield return $"The arm '{arm.Key}' has no view.";
        }

        foreach (var arm in arms.Where(arm => arm.Weight is not (>= 0 and <= 1)))
        {
            yield return FormattableString.Invariant($"The weight of the arm '{arm.Key}' is {arm.Weight}; it must lie between 0 and 1.");
        }

        foreach (var twice in arms.GroupBy(arm => arm.Key).Where(group => group.Count() > 1))
        {
            yield return $"Two arms are named '{twice.Key}'.";
        }

        var sum = arms.Sum(arm => arm.Weight);
        if (arms.Count > 0 && !(Math.Abs(sum - 1) <= WeightTolerance))
        {
            yield return FormattableString.Invariant($"The weights sum to {sum:0.######} and not to 1.");
        }
    }
}
