using System.Globalization;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Scales;

namespace FashionRecs.Experiments.Lab.DataPackage;

/// <summary>The tables of a study's data package, each a header and rows. Participants are pseudonyms everywhere.</summary>
internal sealed class LabTables(LabLog log, LabResults results, Pseudonyms pseudonyms)
{
    private readonly LabCell[] cells = [.. log.Cells(participant => participant.TakesPart)];
    private readonly LabMeasure[] measures = [.. LabMeasures.Of(log.Experiment.Design)];

    /// <summary>Every table by its file's name.</summary>
    public IEnumerable<(string File, IEnumerable<string?[]> Rows)> All() =>
    [
        ("participants.csv", Participants()), ("parts.csv", Parts()), ("answers.csv", Answers()), ("items.csv", Items()),
        ("impressions.csv", Log(kind => kind == OutcomeKind.Impression)), ("outcomes.csv", Log(kind => kind != OutcomeKind.Impression)),
        ("arms.csv", Arms()), ("measures.csv", Measures()), ("settings.csv", Settings()),
        ("report.csv", LabReport.Rows(results)), ("codebook.csv", LabCodebook.Rows(measures)),
    ];

    private IEnumerable<string?[]> Participants()
    {
        yield return ["participant", "place", "order", "status", "agreed", "finished", "failed_check", "on_two_devices"];
        // In the order of agreeing: numbers of links may be known to be somebody's.
        foreach (var participant in log.Participants.Where(participant => participant.TakesPart).OrderBy(participant => participant.Place))
        {
            yield return
            [
                Name(participant), Number(participant.Place!.Value), string.Join("; ", log.OrderOf(participant)),
                log.Counts(participant) ? "counted" : "left out", Time(participant.Reached[0]),
                Flag(log.Steps[participant.Step].Kind == LabStepKind.Done), Flag(LabLog.FailedCheck(participant)),
                Flag(participant.OnTwoDevices),
            ];
        }

        foreach (var status in log.Participants.Where(participant => !participant.TakesPart)
            .Select(participant => participant.Withdrew && participant.Place is not null ? "withdrew" : participant.Expired ? "expired"
                : participant.Declined ? "declined" : "not agreed").Order(StringComparer.Ordinal))
        {
            yield return ["", "", "", status, "", "", "", ""];
        }
    }

    private IEnumerable<string?[]> Parts()
    {
        yield return ["participant", "part", "arm", "from", "to", "exposed", .. measures.Select(measure => measure.Key)];
        foreach (var cell in cells)
        {
            yield return
            [
                Name(cell.Participant), Number(cell.Part), cell.Arm, Time(cell.From), Time(cell.To), Flag(cell.Row is not null),
                .. measures.Select(measure => measure.Of(cell) is { } value ? Number(value) : null),
            ];
        }
    }

    private IEnumerable<string?[]> Answers() => log.Participants.Where(participant => participant.TakesPart)
        .OrderBy(participant => participant.Place).SelectMany(participant => participant.Answers, (participant, answer) => new string?[]
        {
            Name(participant), Number(answer.Part), answer.Item, answer.Value is { } value ? Number(value) : null,
        }).Prepend(["participant", "part", "item", "value"]);

    private IEnumerable<string?[]> Items() => Scales().SelectMany(entry => entry.Scale.Items, (entry, item) => new string?[]
    {
        entry.Scale.Key, entry.Scale.Name, entry.Asked, item.Key, item.Text, Flag(item.Reversed), Number(entry.Scale.Points),
        entry.Scale.Source,
    }).Prepend(["scale", "name", "asked", "item", "text", "reversed", "points", "source"]);

    private IEnumerable<(QuestionScale Scale, string Asked)> Scales() => log.Plan.AfterEachPart.Select(scale => (scale, "after each part"))
        .Concat(log.Plan.AtTheEnd.Select(scale => (scale, "at the end")));

    private IEnumerable<string?[]> Log(Func<OutcomeKind, bool> which) => cells
        .SelectMany(cell => cell.Row?.Outcomes ?? [], (cell, outcome) => (cell, outcome)).Where(entry => which(entry.outcome.Kind))
        .Select(entry => new string?[]
        {
            Name(entry.cell.Participant), Number(entry.cell.Part), entry.cell.Arm, entry.outcome.Kind.Word(), Time(entry.outcome.At),
            Number((entry.outcome.At - entry.cell.From).TotalSeconds), Number(entry.outcome.Value), entry.outcome.Product,
            entry.outcome.View?.Code, entry.outcome.Reason, entry.outcome.AvailableReason, entry.outcome.Part,
        }).Prepend(["participant", "part", "arm", "kind", "at", "seconds_after_start", "value", "product", "view", "reason",
            "available_reason", "region"]);

    private IEnumerable<string?[]> Arms() => log.Phase.Arms
        .Select(arm => new string?[] { arm.Key, arm.View?.Code, arm.Ranking.ToString() }).Prepend(["arm", "view", "ranking"]);

    private IEnumerable<string?[]> Measures() => measures.Select(measure => new string?[]
    {
        measure.Key, measure.Name, measure.Key == log.Experiment.Design.PrimaryMetric ? "primary" : "other",
        measure.Scale is null ? measure.Metric!.Kind.ToString() : "Scale", measure.Metric?.Counts.Word(), measure.Metric?.Other?.Word(),
        Flag(measure.Metric?.PerAnswer == true), measure.Direction.ToString(),
    }).Prepend(["measure", "name", "role", "kind", "counts", "other", "per_answer", "direction"]);

    private IEnumerable<string?[]> Settings() =>
    [
        ["setting", "value"], ["alpha", Number(log.Experiment.Design.Comparison.Alpha)], ["within", Flag(log.Plan.Within)],
        ["parts", Number(log.Plan.Parts(log.Phase.Arms.Count))],
    ];

    private string Name(Participant participant) => pseudonyms.Of(participant.Unit.ToString());

    private static string Flag(bool value) => value ? "1" : "0";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
