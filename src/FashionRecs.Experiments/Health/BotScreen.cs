using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Health;

/// <summary>
/// Tells programs from people by how fast and how much they act. A heuristic: it is stated, counted and shown, never silent.
/// </summary>
public static class BotScreen
{
    /// <summary>Whether the unit acts faster or more than people do.</summary>
    public static bool IsBot(UnitRow row, HealthSettings settings)
    {
        // Not what comes by itself: scrolling through three pages makes a hundred impressions in a minute, and so does an outbox that
        // waited for the connection.
        var times = row.Outcomes.Where(outcome => outcome.Kind.IsDeliberate()).Select(outcome => outcome.At).Order().ToArray();
        if (times.Length > settings.MostActs)
        {
            return true;
        }

        for (var last = settings.MostActsPerMinute; last < times.Length; last++)
        {
            if (times[last] - times[last - settings.MostActsPerMinute] < TimeSpan.FromMinutes(1))
            {
                return true;
            }
        }

        return false;
    }
}
