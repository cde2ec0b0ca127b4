using System.Globalization;

namespace FashionRecs.Domain.Text;

/// <summary>Days and times as staff and researchers read them, all of UTC. A line breaks only between day and time.</summary>
public static class Moments
{
    /// <summary>For example "28 Nov 2026".</summary>
    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.UtcDateTime));

    /// <summary>For example "28 Nov 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d\u00a0MMM\u00a0yyyy", CultureInfo.InvariantCulture);

    /// <summary>For example "28 Nov 2026, 14:05 UTC".</summary>
    public static string Minute(DateTimeOffset at) => $"{Day(at)}, {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)}\u00a0UTC";

    /// <summary>For example "28 Nov 2026, 14:05:09 UTC".</summary>
    public static string Second(DateTimeOffset at) =>
        $"{Day(at)}, {at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}\u00a0UTC";
}
