using System.Globalization;
using FashionRecs.Experiments.Results;
using FashionRecs.Web.Research.Experiments;

namespace FashionRecs.Web.Research.Results;

/// <summary>Says in one line how results were computed.</summary>
public static class SettingsLine
{
    /// <summary>The line.</summary>
    public static string Of(ResultsSettings settings) => string.Create(CultureInfo.InvariantCulture,
        $"{Words.Percent(1 - settings.Comparison.Alpha)} intervals, "
            + $"{Looks(settings)}; "
            + $"{(settings.AdjustedMetric is null ? "no adjustment by" : "the primary metric adjusted by")} earlier behaviour"
            + $"{(settings.AdjustedMetric is null ? "" : " (CUPED)")}; no number below {settings.LeastUnits} shoppers "
            + $"or {settings.LeastConversions} conversions in an arm. Version {ResultsExport.CodeVersion}.");

    private static string Looks(ResultsSettings settings) => settings.Comparison.Group is { } plan
        ? $"repeated at {plan.Looks} planned looks (alpha spending, {Words.Of(plan.Spending).Split(':')[0]})"
        : settings.Comparison.Sequential
        ? string.Create(
            CultureInfo.InvariantCulture, $"valid at every look (asymptotic confidence sequences, tuning {settings.Comparison.Tuning:0})")
        : "for one look at the end (Welch)";
}
