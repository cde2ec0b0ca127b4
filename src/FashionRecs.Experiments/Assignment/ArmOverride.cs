using System.Globalization;

namespace FashionRecs.Experiments.Assignment;

/// <summary>The arm that a link asks for (<c>?experiment-key=1</c>), for looking at an arm before it is live.</summary>
public static class ArmOverride
{
    /// <summary>
    /// The arm's number in the query of <paramref name="url"/>, or null if the key is missing or names no arm.
    /// Whether the visitor may use it is for the caller to decide: only researchers may.
    /// </summary>
    public static int? FromUrl(string experimentKey, string url, int arms) =>
        AskedIn(experimentKey, url) is { } arm && arm < arms ? arm : null;

    /// <summary>
    /// The number that the query of <paramref name="url"/> asks for, 0 or more, whether or not there is such an arm; null where it asks for
    /// none.
    /// </summary>
    public static int? AskedIn(string experimentKey, string url)
    {
        var start = url.IndexOf('?');
        if (start < 0)
        {
            return null;
        }

        var query = url[(start + 1)..].Split('#')[0];
        foreach (var pair in query.Split('&'))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length == 2 && Uri.UnescapeDataString(parts[0]) == experimentKey)
            {
                return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var arm) ? arm : null;
            }
        }

        return null;
    }
}
