using System.Globalization;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Scales;

namespace FashionRecs.Web.Research.Studies;

/// <summary>How numbers of studies with participants are written.</summary>
public static class LabFigures
{
    private const string None = "–";

    /// <summary>Mean and standard deviation: "3.40 (0.52)".</summary>
    public static string Mean(LabArm arm) => arm.People == 0 ? None
        : double.IsNaN(arm.Deviation) ? Said($"{arm.Mean:0.00}") : Said($"{arm.Mean:0.00} ({arm.Deviation:0.00})");

    /// <summary>A difference: "+0.31".</summary>
    public static string Signed(double value) => Said($"{value:+0.00;−0.00;0.00}");

    /// <summary>An interval; a dash where so few people have none.</summary>
    public static string Of(LabInterval? interval) => interval is null ? None : $"{Signed(interval.Low)} to {Signed(interval.High)}";

    /// <summary>The interval that holds for all arms at once.</summary>
    public static string ForAll(LabInterval? interval) => interval is { LowForAll: { } low, HighForAll: { } high }
        ? $"{Signed(low)} to {Signed(high)}" : None;

    /// <summary>A reliability with its interval: "0.84 (0.71 to 0.90)".</summary>
    public static string Of(ReliabilityInterval? found) => found switch
    {
        null => None,
        { Low: { } low, High: { } high } => Said($"{found.Value:0.00} ({low:0.00} to {high:0.00})"),
        _ => Said($"{found.Value:0.00}"),
    };

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
