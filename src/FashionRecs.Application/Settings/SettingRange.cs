using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace FashionRecs.Application.Settings;

/// <summary>Says in words what a setting may be.</summary>
public static class SettingRange
{
    private static readonly object[] Endless = [int.MaxValue, long.MaxValue, double.MaxValue, TimeSpan.MaxValue];

    /// <summary>For example "between 0 and 1", "above 0" or "at least 1".</summary>
    public static string Words(RangeAttribute range)
    {
        // The attribute reads limits that are written as text when it is first asked.
        range.IsValid(null);
        range.IsValid(Activator.CreateInstance(range.OperandType));
        var (low, high) = (Text(range.Minimum), Text(range.Maximum));
        var from = range.MinimumIsExclusive ? $"above {low}" : $"at least {low}";
        return Endless.Contains(range.Maximum) ? from
            : range is { MinimumIsExclusive: false, MaximumIsExclusive: false } ? $"between {low} and {high}"
            : $"{from} and {(range.MaximumIsExclusive ? "below" : "at most")} {high}";
    }

    /// <summary>A value as it is written in the settings.</summary>
    public static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        TimeSpan { Ticks: var ticks } span when ticks % TimeSpan.TicksPerSecond != 0 =>
            span.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0'),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
