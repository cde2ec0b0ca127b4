using FashionRecs.Core.Experiments.Metrics;

namespace FashionRecs.Core.Experiments.Health;

/// <summary>Tells programs from people by how fast and how much they act. A heuristic: it is stated, counted and shown, never silent.</summary>
public static class BotScreen
{
    /// <summary>Whether the unit acts faster or more than people do.</summary>
    public static bool IsBot(UnitRow row, HealthSettings settings)
    {
        if (row.Outcomes.Count > settings.MostOutcomes)
        {
            return true;
        }

        var times = row.Outcomes.Select(outcome => outcome.At).Order().ToArray();
        for (var last = settings.MostOutcomesPerMinute; last < times.Length; last++)
        {
            if (times[last] - times[last - settings.MostOutcomesPerMinute] < TimeSpan.FromMinutes(1))
            {
                return true;
            }
        }

        return false;
    }
}
