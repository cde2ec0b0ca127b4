using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Planning;

/// <summary>Sizes for tests against a margin, by the closed formulas of the literature.</summary>
public class MarginPlanTests
{
    private static readonly Arm[] Arms = [new("control", 0.5, null), new("box", 0.5, null)];

    /// <summary>Blackwelder, Controlled Clinical Trials 1982: (1.645 + 1.282)² · 2 · 0.85 · 0.15 / 0.1² = 218.4 per arm.</summary>
    [Fact]
    public void Size_NonInferiorityOfARate_IsBlackweldersOfTheLiterature() => Assert.Equal(219, PerArm(
        new(MetricKind.Proportion, 0.85, 0.1, 0.9, 1) { Question = PrimaryQuestion.NonInferiority }, DifferenceKind.Absolute));

    /// <summary>The same margin as a share of the control's rate.</summary>
    [Fact]
    public void Size_RelativeMargin_IsTheSame() => Assert.Equal(219, PerArm(
        new(MetricKind.Proportion, 0.85, 0.1 / 0.85, 0.9, 1) { Question = PrimaryQuestion.NonInferiority }, DifferenceKind.Relative));

    /// <summary>Julious, Statistics in Medicine 2004: 2 (1.645 + 1.282)² / 0.5² = 68.5 per arm for a power of 80 %.</summary>
    [Fact]
    public void Size_EquivalenceOfMeans_IsThatOfTheLiterature() => Assert.Equal(69, PerArm(
        new(MetricKind.Mean, 5, 0.5, 0.8, 1) { Question = PrimaryQuestion.Equivalence }, DifferenceKind.Absolute));

    [Fact]
    public void Size_EveryLook_NeedsMore() => Assert.True(PerArm(
        new(MetricKind.Mean, 5, 0.5, 0.8, 1) { Question = PrimaryQuestion.Equivalence }, DifferenceKind.Absolute, sequential: true) > 69);

    private static long PerArm(SizePlan plan, DifferenceKind difference, bool sequential = false) =>
        plan.Size(Arms, new() { Sequential = sequential, Difference = difference, Tuning = 200 }, 2, out _)!.PerArm[0];
}
