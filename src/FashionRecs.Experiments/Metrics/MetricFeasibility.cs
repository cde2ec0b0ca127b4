using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Metrics;

/// <summary>Finds metrics that can never have a number in a design, because nothing that they count can happen there.</summary>
public static class MetricFeasibility
{
    /// <summary>Why a metric can have no number, in one sentence; null if it can.</summary>
    public static string? Problem(Metric metric, ExperimentDesign design)
    {
        var kinds = metric.Other is { } other ? new[] { metric.Counts, other } : [metric.Counts];
        var onCards = design.Surface != ExplanationSurface.ProductPage;
        if (kinds.Contains(OutcomeKind.Impression) && !onCards)
        {
            return $"\"{metric.Name}\" counts impressions of cards, and the experiment decides product pages alone.";
        }

        if (kinds.Any(kind => kind.IsAnswer()))
        {
            return !onCards ? $"\"{metric.Name}\" is asked beside cards, and the experiment decides product pages alone."
                : design.AskedShare == 0 ? $"\"{metric.Name}\" is an answer, and the share of shoppers who are asked is 0."
                : kinds.Contains(OutcomeKind.RegionAgreement) ? Needs(design, view => ViewParts.Of(view).Region, metric, "a marked region")
                : null;
        }

        return metric.Counts switch
        {
            OutcomeKind.Hover =>
                Needs(design, view => ViewParts.Of(view) is { Words: true } or { Region: true } or { Contributions: true }, metric,
                "something of an explanation that can be pointed at"),
            OutcomeKind.MapToggle =>
                design.Surface == ExplanationSurface.Cards ? null
                : Needs(design, view => ViewParts.Of(view).Contributions, metric, "a map that can be switched on"),
            _ => null,
        };
    }

    /// <summary>Why a metric cannot be a guardrail, in one sentence; null if it can.</summary>
    public static string? GuardrailProblem(Metric metric) => metric.Direction == MetricDirection.Neither
        ? $"\"{metric.Name}\" cannot be a guardrail: neither direction of it is worse."
        : null;

    /// <summary>A comparison needs the thing in the control and in some other arm.</summary>
    private static string? Needs(ExperimentDesign design, Func<ExplanationView, bool> shows, Metric metric, string what)
    {
        var arms = design.Arms.Select(arm => arm.View is null || shows(arm.View)).ToArray();
        return arms.Length == 0 || (arms[0] && (arms.Length == 1 || arms.Skip(1).Any(shown => shown))) ? null
            : $"\"{metric.Name}\" needs {what} in the control and in another arm.";
    }
}
