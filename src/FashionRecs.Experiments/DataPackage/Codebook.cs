using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>Says what every column of every table means.</summary>
internal static class Codebook
{
    /// <summary>The codebook as a table.</summary>
    public static IEnumerable<string?[]> Rows(PackageContent content, IEnumerable<string> segments) =>
    [
        ["file", "column", "meaning"],
        ["units.csv", "unit", "Pseudonym of a shopper; the same in all files and phases of this experiment and in no other."],
        ["units.csv", "arm", "Arm in which the unit counts; empty where it saw two and is kept out."],
        ["units.csv", "status",
            "counted; program (acts faster than people do, kept out, but part of the sample-ratio test); in two arms (kept out)."],
        ["units.csv", "first_exposure", "When something explained was on the unit's screen for the first time in the phase, UTC."],
        ["units.csv", "product, position", "What was explained then, and its place on the page, 1 for the first."],
        ["units.csv", "view",
            "Code of the view that was really shown then; another than the arm's where a contrast or placebo had nothing to show."],
        ["units.csv", "placebo", "1 where the reason was drawn at random."],
        ["units.csv", "reason", "Code of the first value that was named or marked then; empty where nothing was."],
        ["units.csv", "available_reason",
            "Code of the best reason that there was, whatever was shown; the counterfactual of arms that keep it back."],
        ["units.csv", "earlier", "Covariate of CUPED: likes and products put in the bag in the 28 days before the phase."],
        .. segments.Select(name => new[] { "units.csv", $"segment_{name.Replace(' ', '_')}", $"The unit's {name} at its first exposure." }),
        .. content.Beside.Select(side => new[] { "units.csv", $"also_in_{side.Experiment.Key}",
            $"The unit's arm in the experiment '{side.Experiment.Key}', which ran at the same time; empty where it counts in none." }),
        .. content.Metrics.Select(metric =>
            new[] { "units.csv", metric.Key,
            $"{metric.Name}: the unit's value before outliers are capped{(metric.PerAnswer ? "; empty where it gave no answer" : "")}." }),
        .. content.Metrics.Where(metric => metric.Kind == MetricKind.Ratio)
            .Select(metric => new[] { "units.csv", $"{metric.Key}_denominator", $"{metric.Name}: what it is counted among." }),
        ["impressions.csv", "unit, at, seconds_after_exposure",
            "Who, when (UTC), and how long after the first exposure. One row each time a card was half on screen for a second."],
        ["impressions.csv", "product, view, reason, available_reason, part",
            "What was shown, by which view really, its first reason, the best there was, and the part of the picture that was marked."],
        ["outcomes.csv", "kind",
            "Click, Like (before opening), LikeOpened, Bag, Hide, Dwell, Hover, MapToggle, Decision, the answers LikingBefore, "
                + "LikingAfter, Trust, Transparency and RegionAgreement, Asked, Declined."],
        ["outcomes.csv", "value", "Seconds for Dwell, Hover and Decision; 1 to 5 for answers, 1 or 0 for RegionAgreement; else 1."],
        ["outcomes.csv", "question", "For Asked and Declined: the kind of answer that was asked for."],
        ["outcomes.csv", "unit, at, seconds_after_exposure, product, view, reason, available_reason, part", "As in impressions.csv."],
        ["arms.csv", "arm, weight, view, ranking", "The arms of the phase, the control first."],
        ["arms.csv", "deleted_on_request", "Units of the arm that asked to be deleted; they are in no other file."],
        ["arms.csv", "in_two_arms_seen_first", "Units seen in two arms of which this was the first."],
        ["arms.csv", "first_factor, second_factor", "The arm's levels in a 2×2 design, 1 for the second level; empty in any other design."],
        ["beside.csv", "experiment, arm", "The arms with shoppers of experiments that ran at the same time."],
        ["metrics.csv", "margin",
            "Of the primary metric the smallest effect of interest, of a guardrail by how much it may get worse; in the effect's unit."],
        ["metrics.csv", "all",
            "How each metric is counted: role in the design, kind, outcome counted, outcome below the line (ratio) or subtracted "
                + "(answers), days that count after the exposure, percentile of the cap, kind of difference, better direction, whether "
                + "CUPED adjusts it."],
        ["settings.csv", "all", "How arms were compared."],
        ["settings.csv", "spending, looks, look",
            "Of a design with planned looks: how alpha is spent, how many there are, how many were reached; all files end with that look."],
        ["report.csv", "all",
            "Every number of the report, unrounded; reproduce.py and reproduce.R compute each of them again from the other files."],
    ];
}
