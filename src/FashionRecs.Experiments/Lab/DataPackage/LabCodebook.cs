namespace FashionRecs.Experiments.Lab.DataPackage;

/// <summary>Says what every column of a study's tables means.</summary>
internal static class LabCodebook
{
    public static IEnumerable<string?[]> Rows(IEnumerable<LabMeasure> measures) =>
    [
        ["file", "column", "meaning"],
        ["participants.csv", "participant", "Pseudonym; the same in all files. Empty for those who did not agree or withdrew: "
            + "nothing else is kept of them."],
        ["participants.csv", "place", "They were the how many-th to agree, from 0; decides the order of arms."],
        ["participants.csv", "order", "Arms in the order in which they were seen: a Williams design within persons, one arm between "
            + "persons."],
        ["participants.csv", "status", "counted; left out (failed an attention check, as preregistered); withdrew; declined; not agreed."],
        ["participants.csv", "agreed", "When they agreed to take part, UTC."],
        ["participants.csv", "finished, failed_check, on_two_devices", "1 for yes. Finished: came to the end. Failed check: answered "
            + "one wrongly, or would rather not say."],
        ["parts.csv", "participant, part, arm", "Who, in which part (from 1), saw which arm. Only parts that were finished."],
        ["parts.csv", "from, to", "When the part began and ended, UTC; only what was done in between counts."],
        ["parts.csv", "exposed", "1 where something that was explained came on screen; without, the metrics of the part have no number."],
        .. measures.Select(measure => new[] { "parts.csv", measure.Key, measure.Scale is null
            ? $"{measure.Name}, in the part; nothing is capped."
            : $"{measure.Name}: mean of the answers, reversed ones turned around; empty where fewer than half were answered." }),
        ["answers.csv", "participant, part, item, value", "Answers from 1 (strongly disagree); empty for \"rather not say\". Part 0 "
            + "is the end. The item attention-check has the right answer 2."],
        ["items.csv", "scale, name, asked, item, text, reversed, points, source", "The statements as they were asked (shown in the "
            + "participant's language where the shop ships them)."],
        ["impressions.csv", "all", "One row each time a card was half on screen for a second; columns as in outcomes.csv."],
        ["outcomes.csv", "kind, value", "What was done: Click, Like (before opening), LikeOpened, Bag, Hide, Dwell, Hover, Decision "
            + "(values in seconds), MapToggle."],
        ["outcomes.csv", "seconds_after_start, product, view, reason, available_reason, region", "Seconds after the part began; what "
            + "was shown there, by which view really, its first reason, the best there was, the marked part of the picture."],
        ["arms.csv", "all", "The arms, the control first."],
        ["measures.csv", "all", "What is measured in each part: role, kind, outcome counted, outcome below the line (ratio), mean "
            + "per outcome, better direction."],
        ["settings.csv", "all", "alpha; within: 1 where each participant saw all arms; parts: how many there were for one participant."],
        ["report.csv", "all", "Every number of the report, unrounded; reproduce.py and reproduce.R compute each again from the other "
            + "files."],
        ["report.csv", "exact_…, bootstrap_…, …_for_all", "Ends of intervals; those for all arms at once are at alpha divided by the "
            + "number of arms compared."],
    ];
}
