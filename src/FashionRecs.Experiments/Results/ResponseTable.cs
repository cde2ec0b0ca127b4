using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Results;

/// <summary>How many units of one arm answered one question.</summary>
/// <param name="Arm">Key of the arm.</param>
/// <param name="Question">The kind of answer that was asked for.</param>
/// <param name="Asked">Units that had it on screen.</param>
/// <param name="Answered">Units that answered.</param>
/// <param name="Declined">Units that chose not to say and gave no answer; the others left it open.</param>
/// <param name="Rate">Answered among asked, with its 95 % interval.</param>
public sealed record ResponseRow(string Arm, OutcomeKind Question, int Asked, int Answered, int Declined, ShareInterval Rate);

/// <summary>Who answered of those who were asked: arms that differ in it compare different people.</summary>
public static class ResponseTable
{
    /// <summary>One row per question that was asked and arm, in the order of the arms.</summary>
    public static IReadOnlyList<ResponseRow> Of(Phase phase, IReadOnlyList<UnitRow> rows) =>
    [
        .. Enum.GetValues<OutcomeKind>().Where(kind => kind.IsAnswer())
            .Select(question => phase.Arms.Select(arm => Row(arm.Key, question, rows)).ToArray())
            .Where(arms => arms.Any(row => row.Asked > 0))
            .SelectMany(arms => arms),
    ];

    /// <summary>Whether a unit answered something, among the units that were asked something, by arm.</summary>
    internal static ILookup<string, bool> AnsweredByArm(IReadOnlyList<UnitRow> rows) => rows
        .Where(row => row.Outcomes.Any(outcome => outcome.Kind == OutcomeKind.Asked || outcome.Kind.IsAnswer()))
        .ToLookup(row => row.Exposure.Arm, row => row.Outcomes.Any(outcome => outcome.Kind.IsAnswer()));

    private static ResponseRow Row(string arm, OutcomeKind question, IReadOnlyList<UnitRow> rows)
    {
        var members = rows.Where(row => row.Exposure.Arm == arm).ToArray();
        var answered = members.Count(Answered);
        // An answer without a word that it was asked is from before that was logged.
        var asked = members.Count(row => Answered(row) || Has(row, OutcomeKind.Asked) || Has(row, OutcomeKind.Declined));
        return new(arm, question, asked, answered, members.Count(row => Has(row, OutcomeKind.Declined) && !Answered(row)),
            ShareInterval.Of(answered, asked));

        bool Answered(UnitRow row) => row.Outcomes.Any(outcome => outcome.Kind == question);

        bool Has(UnitRow row, OutcomeKind kind) => row.Outcomes.Any(outcome => outcome.Kind == kind && outcome.Question == question);
    }
}
