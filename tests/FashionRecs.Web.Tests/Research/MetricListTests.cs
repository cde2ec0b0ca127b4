using Bunit;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Web.Research.Results;

namespace FashionRecs.Web.Tests.Research;

public sealed class MetricListTests : IDisposable
{
    private readonly BunitContext pages = new();

    [Fact]
    public void Metrics_WithoutANumberYet_AreNamedAndFolded()
    {
        var (bag, trust, hidden) = (Metric("bag"), Metric("trust"), Metric("hidden"));

        var shown = pages.Render<MetricList>(parameters =>
            parameters.Add(part => part.Results,
            [Result(bag, null), Result(hidden, new Comparison(0.1, 0.05, 0.01, 0.2, 0.03, 0.9, 0)), Result(trust, null)]));

        Assert.Equal($"Not enough data yet: {bag.Name}; {trust.Name}", shown.Find("details > summary").TextContent);
        Assert.Equal(2, shown.FindAll("details [data-metric]").Count);
        Assert.Single(shown.FindAll("[data-metric=bag] .not-yet[rowspan='2']"));
        Assert.Equal("hidden", shown.Find("[data-metric]").GetAttribute("data-metric"));
    }

    [Fact]
    public void Means_OfSeveralArms_HaveAsManyDecimals() =>
        Assert.Equal(["0.296", "0.250"],
            new[] { 64.0 / 216, 0.25 }.Select(mean => Figures.Mean(new ArmResult("box", 216, 1, 216, mean, null, null), Metric("clicks"))));

    public void Dispose() => pages.Dispose();

    private static Metric Metric(string key) => StandardMetrics.All.Single(metric => metric.Key == key);

    private static MetricResult Result(Metric metric, Comparison? comparison) =>
        new(metric, [new ArmResult("control", 9, 1, 9, 0.1, null, null),
            new ArmResult("box", 9, 1, 9, 0.1, comparison, comparison is null ? "Not enough data yet." : null),
            new ArmResult("map", 9, 1, 9, 0.1, comparison, comparison is null ? "Not enough data yet." : null)]);
}
