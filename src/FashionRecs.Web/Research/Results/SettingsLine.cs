using FashionRecs.Experiments.Results;

namespace FashionRecs.Web.Research.Results;

/// <summary>Says in one line how results were computed.</summary>
public static class SettingsLine
{
    /// <summary>The line.</summary>
    public static string Of(ResultsSettings settings) => FormattableString.Invariant(
        $"{100 * (1 - settings.Comparison.Alpha):0.##} % intervals, {(settings.Comparison.Sequential ? $"valid at every look (asymptotic confidence sequences, tuning {settings.Comparison.Tuning:0})" : "for one look at the end (Welch)")}; {(settings.AdjustedMetric is null ? "no adjustment by earlier behaviour" : "the primary metric adjusted by earlier behaviour (CUPED)")}; no number below {settings.LeastUnits} shoppers or {settings.LeastConversions} conversions in an arm. Version {ResultsExport.CodeVersion}.");
}
