using System.Globalization;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Experiments.Results;

/// <summary>Segments of units by when they were first exposed, in the shop's own time.</summary>
public static class CalendarSegments
{
    /// <summary>Exposures with the weekday and the part of the day of each.</summary>
    /// <param name="zone">The shop's time zone.</param>
    public static IReadOnlyList<Exposure> Added(IReadOnlyList<Exposure> exposures, TimeZoneInfo zone) =>
        [.. exposures.Select(exposure => Added(exposure, TimeZoneInfo.ConvertTime(exposure.At, zone)))];

    private static Exposure Added(Exposure exposure, DateTimeOffset local) => exposure with
    {
        Segments = new Dictionary<string, string>(exposure.Segments)
        {
            ["weekday"] = local.ToString("dddd", CultureInfo.InvariantCulture),
            ["time of day"] = (local.Hour / 6) switch { 0 => "night", 1 => "morning", 2 => "afternoon", _ => "evening" },
        },
    };
}
