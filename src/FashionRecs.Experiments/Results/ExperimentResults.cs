using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Mixed;

namespace FashionRecs.Experiments.Results;

/// <summary>All that can be said of one phase of an experiment, in the order in which it should be read.</summary>
/// <param name="Experiment">Key of the experiment.</param>
/// <param name="Phase">Number of the phase.</param>
/// <param name="Health">Findings, first of all.</param>
/// <param name="Primary">The metric that decides; p-values corrected by Holm over its arms.</param>
/// <param name="Guardrails">The metrics that must not get worse; p-values corrected by Holm over all of them.</param>
/// <param name="Others">Everything else that was counted, for ideas; p-values corrected by Benjamini and Hochberg.</param>
/// <param name="Conclusion">What can and cannot be concluded, in plain words.</param>
public sealed record ExperimentResults(
    string Experiment, int Phase, IReadOnlyList<HealthFinding> Health, MetricResult Primary,
    IReadOnlyList<MetricResult> Guardrails, IReadOnlyList<MetricResult> Others, string Conclusion)
{
    /// <summary>Who answered of those who were asked, by question and arm.</summary>
    public IReadOnlyList<ResponseRow> Responses { get; init; } = [];

    /// <summary>Main effects and interaction of a 2×2 design on the primary metric; null in any other.</summary>
    public FactorialResult? Factorial { get; init; }

    /// <summary>The mixed logit of impressions; null where the primary metric has none, where it cannot be fitted, or where it was not
    /// asked for.</summary>
    public MixedResult? Impressions { get; init; }

    /// <summary>What has to be said beside the figures, each as a sentence.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
