using System.Text.RegularExpressions;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Interleaving;
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
    /// <inheritdoc cref="Find"/>
    public static IReadOnlyList<string> Problems(Experiment experiment, IEnumerable<Experiment> others, IReadOnlySet<string> metrics) =>
        [.. Find(experiment, others, metrics).Select(problem => problem.Text)];

    /// <summary>All problems, each with the part of the design that it is of; empty if the experiment may start.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="others">All other experiments; those that run or are in review hold their layer slots.</param>
    /// <param name="metrics">Keys of the metrics whose events the shop records.</param>
    public static IReadOnlyList<DesignProblem> Find(Experiment experiment, IEnumerable<Experiment> others, IReadOnlySet<string> metrics)
    {
        var design = experiment.Design;
        return
        [
            .. design.Interleaving is null ? ArmProblems(design.Arms).Select(text => new DesignProblem(DesignPart.Arms, text)) : [],
            .. QuestionProblems(experiment), .. CoverageProblems(design),
            .. design.Lab is { } plan ? LabCheck.Find(design, plan)
                : design.Interleaving is { } rankings
                    ? InterleavingCheck.Find(design, rankings).Concat(LayerCheck.Find(experiment, others))
                : MetricProblems(design, metrics).Concat(ShopProblems(design)).Concat(LayerCheck.Find(experiment, others)),
        ];
    }

    private static IEnumerable<DesignProblem> QuestionProblems(Experiment experiment)
    {
        if (KeyProblem(experiment.Key) is { } unfit)
        {
            yield return new(DesignPart.Question, unfit);
        }

        if (string.IsNullOrWhiteSpace(experiment.Design.Hypothesis))
        {
            yield return new(DesignPart.Question, "The hypothesis is missing.");
        }
    }

    private static IEnumerable<DesignProblem> CoverageProblems(ExperimentDesign design)
    {
        if (design.Coverage is not (> 0 and <= 1))
        {
            yield return new(DesignPart.Place,
                FormattableString.Invariant($"The share of traffic is {design.Coverage}; it must lie above 0 and up to 1."));
        }
    }

    private static IEnumerable<DesignProblem> MetricProblems(ExperimentDesign design, IReadOnlySet<string> metrics)
    {
        if (design.PlannedPerArm < 2)
        {
            yield return new(DesignPart.Size, "The planned size is missing; calculate it from the smallest effect worth finding.");
        }

        foreach (var text in Texts())
        {
            yield return new(DesignPart.Metrics, text);
        }

        IEnumerable<string> Texts()
        {
            if (design.AskedShare is not (>= 0 and <= 1))
            {
                yield return FormattableString.Invariant(
                    $"The share of shoppers who are asked a question is {design.AskedShare}; it must lie between 0 and 1.");
            }

            if (string.IsNullOrEmpty(design.PrimaryMetric))
            {
                yield return "The primary metric is missing.";
            }

            foreach (var metric in design.Guardrails.Prepend(design.PrimaryMetric)
                .Where(key => key.Length > 0 && !metrics.Contains(key)).Distinct())
            {
                yield return $"The metric '{metric}' has no events: nothing that the shop records would count for it.";
            }

            foreach (var problem in StandardMetrics.All
                .Where(metric => metric.Key == design.PrimaryMetric || design.Guardrails.Contains(metric.Key))
                .Select(metric => MetricFeasibility.Problem(metric, design)).OfType<string>())
            {
                yield return problem;
            }

            foreach (var problem in StandardMetrics.All.Where(metric => design.Guardrails.Contains(metric.Key))
                .Select(MetricFeasibility.GuardrailProblem).OfType<string>())
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<DesignProblem> ShopProblems(ExperimentDesign design)
    {
        foreach (var problem in StandardMetrics.All.Where(metric => metric.Key == design.PrimaryMetric && design.Plan is not null)
            .Select(metric => BaselineCheck.Problem(metric, design.Plan!)).OfType<string>())
        {
            yield return new(DesignPart.Size, problem);
        }

        if (design.Guardrails.Contains(design.PrimaryMetric))
        {
            yield return new(DesignPart.Metrics, $"The metric '{design.PrimaryMetric}' cannot be the primary metric and a guardrail.");
        }

        if (design.Comparison.Problem() is { } wrong)
        {
            yield return new(DesignPart.Metrics, $"The analysis cannot be done as planned: {wrong}");
        }

        if (RankingProblem(design.Surface, design.Arms) is { } ranking)
        {
            yield return new(DesignPart.Arms, ranking);
        }

        foreach (var problem in design.Factors?.Problems(design.Arms) ?? [])
        {
            yield return new(DesignPart.Arms, problem);
        }

        foreach (var problem in MarginCheck.Find(design))
        {
            yield return problem;
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
            yield return $"There {(arms.Count == 1 ? "is 1 arm" : "are no arms yet")}; at least a control and a treatment are "
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
