using System.Globalization;
using FashionRecs.Domain.Statistics;
using FashionRecs.Domain.Text;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Web.Research.Results;

/// <summary>How numbers of results are written.</summary>
public static class Figures
{
    /// <summary>An effect in the metric's kind of difference: "+4.2 %" or "+0.31".</summary>
    public static string Effect(double effect, Metric metric) => metric.Difference == DifferenceKind.Relative
        ? Said($"{100 * effect:+0.0;−0.0;0.0} %")
        : Said($"{effect:+0.00;−0.00;0.00}");

    /// <summary>A bound of a standardized effect.</summary>
    public static string Bound(double bound) => Said($"{bound:0.000}");

    /// <summary>A count: "1,234".</summary>
    public static string Count(long count) => Said($"{count:#,0}");

    /// <summary>
    /// A difference in the metric's own unit, whatever its kind of difference: "+1.24 pp" of a proportion, else "+0.312".
    /// </summary>
    public static string Absolute(double effect, Metric metric) => metric.Kind == MetricKind.Proportion
        ? Said($"{100 * effect:+0.00;−0.00;0.00} pp")
        : Said($"{effect:+0.000;−0.000;0.000}");

    /// <summary>What one unit did on the mean, or the share of units that did it.</summary>
    public static string Mean(ArmResult arm, Metric metric) => arm.Units == 0 ? "–"
        : metric.Kind == MetricKind.Proportion ? Said($"{100 * arm.Mean:0.0} %")
        : Said($"{arm.Mean:0.000}");

    /// <summary>The raw figures behind the mean: "12 of 340".</summary>
    public static string Raw(ArmResult arm, Metric metric) => metric.Kind switch
    {
        MetricKind.Ratio => Said($"{arm.Total:#,0.##} / {arm.Denominator:#,0.##}"),
        MetricKind.Proportion => Said($"{arm.Total:#,0} of {arm.Units:#,0}"),
        _ => Said($"{arm.Total:#,0.##} over {arm.Units:#,0}"),
    };

    /// <summary>A p-value.</summary>
    public static string Chance(double p) => p < 0.001 ? "< 0.001" : Said($"{p:0.000}");

    /// <summary>A p-value in a sentence: "p = 0.031" or "p &lt; 0.001".</summary>
    public static string PValue(double p) => p < 0.001 ? $"p {Chance(p)}" : $"p = {Chance(p)}";

    /// <summary>A probability in percent; never quite none or all, which no data show.</summary>
    public static string Probability(double chance) => chance < 0.001 ? Said($"< 0.1 %") : chance > 0.999 ? Said($"> 99.9 %") : Percent(chance);

    /// <summary>A share of one in percent.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? Said($"{100 * share:0.0} %") : "–";

    /// <summary>A share with its interval.</summary>
    public static string Share(ShareInterval share) =>
        double.IsNaN(share.Share) ? "–" : $"{Percent(share.Share)} ({Percent(share.Low)} to {Percent(share.High)})";

    private static string Said(FormattableString text) => Phrases.Kept(text.ToString(CultureInfo.InvariantCulture));
}
