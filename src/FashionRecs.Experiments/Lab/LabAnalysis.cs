using FashionRecs.Experiments.Scales;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Lab;

/// <summary>
/// Computes the results of a study with participants. Pure: the same log gives the same results. No number of people is too small.
/// </summary>
public static class LabAnalysis
{
    /// <summary>The results.</summary>
    public static LabResults Of(LabLog log)
    {
        var (design, cells) = (log.Experiment.Design, log.Cells());
        var results = LabMeasures.Of(design).Select(measure => Result(log, measure, cells)).ToArray();
        var primary = results.FirstOrDefault(result => result.Measure.Key == design.PrimaryMetric)
            ?? throw new InvalidOperationException($"The metric '{design.PrimaryMetric}' of '{log.Experiment.Key}' is not measured.");
        primary = Corrected([primary], PValueCorrection.Holm)[0];
        var others = Corrected([.. results.Where(result => result.Measure.Key != design.PrimaryMetric)],
            PValueCorrection.BenjaminiHochberg);
        var count = log.Count();
        return new(count, Orders(log), primary, others, Reliabilities(log, cells), LabConclusion.Of(log.Plan, count, primary, design));
    }

    private static LabMeasureResult Result(LabLog log, LabMeasure measure, IReadOnlyList<LabCell> cells)
    {
        var found = cells.Select(cell => (cell.Arm, cell.Part, Place: cell.Participant.Place!.Value, Value: measure.Of(cell)))
            .Where(cell => cell.Value is not null).ToArray();
        var byArm = log.Phase.Arms.Select(arm => (arm.Key, Values: (IReadOnlyDictionary<int, double>)found
            .Where(cell => cell.Arm == arm.Key).ToDictionary(cell => cell.Place, cell => cell.Value!.Value))).ToArray();
        var (alpha, compared) = (log.Experiment.Design.Comparison.Alpha, byArm.Length - 1);
        return new(measure, [.. byArm.Select(arm => LabArm.Of(arm.Key, [.. arm.Values.Values]))],
            [.. Enumerable.Range(1, log.Plan.Parts(byArm.Length)).Select(part => LabArm.Of(
                part.ToString(System.Globalization.CultureInfo.InvariantCulture),
                [.. found.Where(cell => cell.Part == part).Select(cell => cell.Value!.Value)]))],
            [.. byArm.Skip(1).Select(arm => log.Plan.Within
                ? LabComparisons.Paired(arm.Key, byArm[0].Values, arm.Values, alpha, compared)
                : LabComparisons.Separate(arm.Key, byArm[0].Values, arm.Values, alpha, compared)).OfType<LabComparison>()]);
    }

    private static LabMeasureResult[] Corrected(LabMeasureResult[] results, Func<IReadOnlyList<double>, double[]> correct)
    {
        var corrected = new Queue<double>(correct([.. results.SelectMany(result => result.Comparisons).Select(found => found.PValue)]));
        return [.. results.Select(result => result with
        {
            Comparisons = [.. result.Comparisons.Select(found => found with { CorrectedPValue = corrected.Dequeue() })],
        })];
    }

    private static LabOrder[] Orders(LabLog log) =>
        [.. log.Participants.Where(participant => participant.TakesPart).Select(participant => string.Join(", ", log.OrderOf(participant)))
        .CountBy(order => order).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new LabOrder(pair.Key, pair.Value))];

    private static ScaleReliability[] Reliabilities(LabLog log, IReadOnlyList<LabCell> cells) =>
    [
        .. log.Plan.AfterEachPart.Select(scale => Of(scale, cells.GroupBy(cell => cell.Participant.Place)
            .Select(person => person.Select(cell => cell.Answers)))),
        .. log.Plan.AtTheEnd.Select(scale => Of(scale, log.Participants.Where(log.Counts).OrderBy(person => person.Place)
            .Select(person => new[] { person.Said(0) }.AsEnumerable()))),
    ];

    private static ScaleReliability Of(QuestionScale scale, IEnumerable<IEnumerable<IReadOnlyDictionary<string, int>>> people) =>
        Reliability.Of(scale.Key, scale.Items.Count, [.. people.Select(person => (IReadOnlyList<double[]>)[.. person
            .Where(answers => scale.Items.All(item => answers.ContainsKey(item.Key)))
            .Select(answers => scale.Items.Select(item => (double)scale.Counted(item, answers[item.Key])).ToArray())])]);
}
