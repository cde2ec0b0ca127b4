using System.Globalization;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Health;

/// <summary>
/// Whether the arms' views were really shown: a contrast needs something that was hidden, a placebo another true value. Where they had none
/// the arm showed another view, and compares that.
/// </summary>
internal static class ShownViewCheck
{
    public static HealthFinding Run(Phase phase, UnitScreen screen, HealthSettings settings)
    {
        const string check = "views shown";
        var rows = screen.Rows.ToLookup(row => row.Exposure.Arm);
        var arms = phase.Arms.Where(arm => arm.View is not null).Select(arm => Arm.Of(arm.Key, arm.View!, [.. rows[arm.Key]])).ToArray();
        if (arms.All(arm => arm.Units == 0))
        {
            return new(check, HealthLevel.Fine, "It is not known which views were shown.") { WasChecked = false };
        }

        var fallen = arms.Where(arm => arm.Saw < arm.Units || arm.Shown < arm.Places).ToArray();
        return fallen.Length == 0
            ? new(check, HealthLevel.Fine, "Wherever an arm explained something, it showed its own view.")
            : new(check, fallen.Any(arm => arm.Saw < settings.LeastShownAsPlanned * arm.Units) ? HealthLevel.Warning : HealthLevel.Fine,
                string.Join(" ", fallen.Select(arm => arm.Said())));
    }

    private sealed record Arm(string Key, int Units, int Saw, int Places, int Shown, string Instead)
    {
        public static Arm Of(string key, ExplanationView view, UnitRow[] rows)
        {
            var known = rows.Select(row => Views(row).ToArray()).Where(views => views.Length > 0).ToArray();
            var places = rows.SelectMany(row => row.Outcomes).Where(outcome => outcome is { Kind: OutcomeKind.Impression, View: not null })
                .Select(outcome => outcome.View!).ToArray();
            var instead = known.SelectMany(views => views).Where(other => other != view).CountBy(other => other.Name)
                .OrderByDescending(other => other.Value).FirstOrDefault().Key ?? "";
            return new(key, known.Length, known.Count(views => views.Contains(view)), places.Length, places.Count(other => other == view),
                instead);
        }

        public string Said() => string.Create(CultureInfo.InvariantCulture,
            $"'{Key}' was really shown to {Saw} of {Units} units{(Places > 0 ? $" and in {Shown} of {Places} impressions" : "")}; "
                + $"elsewhere they saw \"{Instead}\".")
            + (Saw == 0 ? $" The arm is that view under another name." : "");

        private static IEnumerable<ExplanationView> Views(UnitRow row) =>
            row.Outcomes.Where(outcome => outcome.Kind == OutcomeKind.Impression).Select(outcome => outcome.View).Append(row.Exposure.View)
                .OfType<ExplanationView>();
    }
}
