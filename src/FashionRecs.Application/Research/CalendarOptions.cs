namespace FashionRecs.Application.Research;

/// <summary>The calendar by which results are cut into days.</summary>
public sealed class CalendarOptions
{
    /// <summary>
    /// Name of the shop's time zone, such as Europe/Berlin: days of results begin and weekdays change by it. Default UTC.
    /// </summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The time zone.</summary>
    /// <exception cref="TimeZoneNotFoundException">There is none of that name on this machine.</exception>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
