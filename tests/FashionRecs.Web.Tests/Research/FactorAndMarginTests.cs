using Bunit;
using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.Margins;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Overlap;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Web.Research.Design;
using FashionRecs.Web.Research.Overlaps;
using FashionRecs.Web.Research.Results;

namespace FashionRecs.Web.Tests.Research;

public sealed class FactorAndMarginTests : IDisposable
{
    private static readonly Metric Persuasion = StandardMetrics.All.Single(metric => metric.Key == "persuasion");
    private static readonly Comparison Found = new(0.031, 0.01, 0.01, 0.05, 0.002, 0.99, 0);
    private readonly BunitContext pages = new();

    [Fact]
    public void Factors_Effects_StandInPercentagePointsWithTheirCells()
    {
        var preset = FactorPreset.All[0];
        FactorEffect[] effects =
        [
            new("words", false, Found, null) { CorrectedPValue = 0.006, CorrectedLow = 0.006, CorrectedHigh = 0.056, IsSure = true },
            new("region", false, null, "Not enough data yet."), new("words × region", true, null, "Not enough data yet."),
        ];

        var shown = pages.Render<FactorSection>(parameters => parameters.Add(part => part.Result, new FactorialResult(
            Persuasion, preset.Factors,
            [.. preset.Arms.Select(arm => new FactorialArm(arm.Cell!.Value, new ArmResult(arm.Key, 100, 30, 100, 0.3, null, null)))],
            effects)));

        Assert.Contains("+3.10\u00a0pp", shown.Find("[data-effect=words]").TextContent);
        Assert.Contains("Not enough data yet.", shown.Find("[data-effect='words × region']").TextContent);
        Assert.Contains("with words, with the region marked", shown.Markup);
    }

    [Fact]
    public void Factors_NoFactors_ShowNothing() =>
        Assert.Equal("", pages.Render<FactorSection>(parameters => parameters.Add(part => part.Result, null)).Markup.Trim());

    [Fact]
    public void Margins_Arms_SayWhatIsShown()
    {
        var shown = pages.Render<MarginTable>(parameters => parameters.Add(part => part.Result, new MetricResult(Persuasion,
        [
            new("control", 100, 30, 100, 0.3, null, null),
            new("box", 100, 33, 100, 0.33, Found, null) { Margin = new(0.1, 0.001, 0.02, -0.02, 0.08) { IsNonInferior = true } },
        ])));

        Assert.Equal("not worse", shown.Find("[data-arm=box] [data-shown]").TextContent);
        Assert.Empty(shown.FindAll("[data-arm=control]"));
        Assert.Contains("against a margin of 10.0\u00a0%", shown.Find("h4").TextContent);
    }

    [Fact]
    public void Overlap_DependentAssignments_AreAnAlarm()
    {
        var shown = pages.Render<OverlapCard>(parameters => parameters.Add(part => part.Overlap, new ExperimentOverlap(
            "why", "where", new OverlapTable(["a", "b"], ["c", "d"], [[90, 10], [10, 90]]), 1e-9,
            [
                new("why", Persuasion, 0.2, null) { CorrectedPValue = 0.4 },
                new("where", Persuasion, 0.001, null) { CorrectedPValue = 0.002 },
            ])));

        Assert.Contains("alarm", shown.Find("[data-independence]").ClassList);
        Assert.Contains("no proof", shown.Find("[data-interaction=why]").TextContent);
        Assert.Contains("warning", shown.Find("[data-interaction=where]").ClassList);
    }

    [Fact]
    public void Draft_FactorsQuestionAndMargins_ComeBack()
    {
        var draft = new DesignDraft { Size = { Question = Experiments.Lifecycle.PrimaryQuestion.Equivalence } };
        draft.Cross(FactorPreset.All[1]);
        draft.Metrics.Margins["hidden"] = 5;
        draft.Metrics.Margins["bag"] = 7;

        var design = draft.ToDesign();
        var again = DesignDraft.Of("why", design);

        // The bag is no guardrail here, so its margin is left out.
        Assert.Equal(new KeyValuePair<string, double>("hidden", 0.05), Assert.Single(design.GuardrailMargins));
        Assert.Equal(4, design.Arms.Count(arm => arm.Cell is not null));
        Assert.Equal(
            (FactorPreset.All[1].Factors, Experiments.Lifecycle.PrimaryQuestion.Equivalence, 5.0),
            (again.Factors, again.Size.Question, again.Metrics.Margins["hidden"]));
        again.Cross(null);
        Assert.All(again.ToDesign().Arms, arm => Assert.Null(arm.Cell));
    }

    public void Dispose() => pages.Dispose();
}
