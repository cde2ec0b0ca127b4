using System.Globalization;
using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Interleaving;

/// <summary>Says which of two interleaved rankings shoppers prefer. Pure: the same log gives the same report.</summary>
public static class InterleavingAnalysis
{
    /// <summary>The report.</summary>
    /// <param name="log">The log.</param>
    /// <param name="name">What a ranking is called, by its code.</param>
    public static InterleavingReport Of(InterleavingLog log, Func<string, string> name)
    {
        HealthFinding[] health =
        [
            Places(log, name), HealthChecks.Bots(log.Phase, log.Screen), HealthChecks.Clock(log.Screen),
            HealthChecks.AfterTheEnd(log.Phase, log.Screen), HealthChecks.Deleted(log.Phase, log.Deleted),
        ];
        var shoppers = log.Screen.Rows.Count;
        var credits = log.Credits;
        var result = InterleavingTest.Of(credits.Select(credit => (credit.Unit, credit.Outcome.Product!, credit.Team)), shoppers);
        var planned = log.Experiment.Design.PlannedUnits;
        return new(health, shoppers, planned, result, [.. new[] { Team.A, Team.B }.Select(team => Counts(log, team, credits.Count(credit =>
            credit.Team == team)))], Conclusion(log, health, shoppers, result, name));
    }

    private static TeamCounts Counts(InterleavingLog log, Team team, int credited)
    {
        return new(log.Rankings.Of(team), Products(OutcomeKind.Impression), Products(OutcomeKind.Click),
            Products(OutcomeKind.Like, OutcomeKind.LikeOpened), Products(OutcomeKind.Bag), credited);

        int Products(params OutcomeKind[] kinds) => log.Acts.Where(act => act.Team == team && kinds.Contains(act.Outcome.Kind))
            .DistinctBy(act => (act.Unit, act.Outcome.Product)).Count();
    }

    /// <summary>A draft gives both teams as many places: whoever has more of them on screen was dealt wrongly.</summary>
    private static HealthFinding Places(InterleavingLog log, Func<string, string> name)
    {
        var shown = log.Acts.Where(act => act.Outcome.Kind == OutcomeKind.Impression)
            .Select(act => (act.Unit, act.Outcome.Product!, act.Team)).ToArray();
        var balance = InterleavingTest.Of(shown, log.Screen.Rows.Count);
        var alarm = balance.PValue < SampleRatioTest.AlarmBelow;
        return new("places", alarm ? HealthLevel.Alarm : HealthLevel.Fine, string.Create(CultureInfo.InvariantCulture,
            $"{balance.ForA} shoppers had more of '{name(log.Rankings.A)}' on screen and {balance.ForB} more of '{name(log.Rankings.B)}'; "
                + $"the chance of a split at least this uneven is {balance.PValue:G2}"
                + $"{(alarm ? ", below 0.001, so dealing or logging is broken" : "")}."))
        {
            Values = new Dictionary<string, double> { ["more of a"] = balance.ForA, ["more of b"] = balance.ForB, ["p"] = balance.PValue },
        };
    }

    private static string Conclusion(InterleavingLog log, IReadOnlyList<HealthFinding> health, int shoppers, InterleavingResult result,
        Func<string, string> name)
    {
        var (a, b) = (name(log.Rankings.A), name(log.Rankings.B));
        var (design, planned) = (log.Experiment.Design, log.Experiment.Design.PlannedUnits);
        if (health.FirstOrDefault(finding => finding.Level == HealthLevel.Alarm) is { } alarm)
        {
            return $"Nothing can be concluded: {alarm.Text}";
        }

        if (shoppers < planned)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"{shoppers:N0} of {planned:N0} planned shoppers have seen the list. One look was planned, at the end: nothing can be "
                    + $"concluded {(log.Phase.EndedAt is null ? "before" : "from fewer")}.");
        }

        var decided = result.ForA + result.ForB;
        if (!(result.PValue < design.Comparison.Alpha))
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"No preference between '{a}' and '{b}' can be told from chance (p = {result.PValue:0.###}), which is not proof that there "
                    + $"is none. {decided:N0} of {shoppers:N0} shoppers preferred one.");
        }

        var preferred = result.ForB > result.ForA;
        var share = ShareInterval.Of(Math.Max(result.ForA, result.ForB), decided);
        var chance = result.PValue < 0.001 ? "< 0.001" : result.PValue.ToString("'= '0.000", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture,
            $"Shoppers prefer '{(preferred ? b : a)}' to '{(preferred ? a : b)}': {100 * share.Share:0.#} % of the {decided:N0} who "
                + $"preferred one chose more of its products (95 % interval {100 * share.Low:0.#} to {100 * share.High:0.#} %, "
                + $"p {chance}).");
    }
}
