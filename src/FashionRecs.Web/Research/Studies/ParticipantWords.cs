using System.Globalization;
using FashionRecs.Domain.Text;
using FashionRecs.Experiments.Lab;

namespace FashionRecs.Web.Research.Studies;

/// <summary>Says where participants are.</summary>
public static class ParticipantWords
{
    /// <summary>Where one is, for example "Part 2 of 3 since 28 Nov 2026, 14:05 UTC".</summary>
    public static string Of(Participant participant, IReadOnlyList<LabStep> steps, int parts) => participant switch
    {
        { Withdrew: true } => "Withdrew; everything is deleted",
        { Expired: true } => "Took part too long ago; nothing is kept",
        { Declined: true } => "Did not want to take part",
        { Place: null } => "Has not agreed yet",
        _ => Since(steps[participant.Step] switch
        {
            { Kind: LabStepKind.WarmUp } => "Shows their taste",
            { Kind: LabStepKind.Task, Part: var part } => $"Part {part} of {parts}",
            { Kind: LabStepKind.Questions, Part: var part } => $"Questions about part {part} of {parts}",
            { Kind: LabStepKind.FinalQuestions } => "Questions about all of it",
            { Kind: LabStepKind.Debriefing } => "Debriefing",
            _ => "Done",
        }, participant),
    };

    /// <summary>What is worth knowing of one before their numbers are used.</summary>
    public static string Noticed(Participant participant) => string.Join("; ", new[]
    {
        LabLog.FailedCheck(participant) ? "failed an attention check" : null,
        participant.OnTwoDevices ? "on two devices" : null,
    }.OfType<string>());

    /// <summary>How far all came, in a sentence.</summary>
    public static string Of(LabCount count, LabPlan plan)
    {
        string[] rest =
        [
            .. Part(count.Declined, "did not want to take part"), .. Part(count.Withdrew, "withdrew"),
            .. Part(count.Inattentive, "failed an attention check" + (plan.LeavesOutInattentive
                ? $" and {(count.Inattentive == 1 ? "is" : "are")} left out" : "")),
            .. Part(count.OnTwoDevices, "continued on a second device"),
        ];
        return string.Create(CultureInfo.InvariantCulture, $"{count.Agreed} of {count.Links} with a link agreed, {count.Finished} of ")
            + string.Create(CultureInfo.InvariantCulture, $"{plan.Participants} planned have finished{(rest.Length > 0 ? "; " : "")}")
            + (rest.Length > 0 ? Phrases.List(rest) : "") + ".";
    }

    private static IEnumerable<string> Part(int count, string words) => count == 0 ? [] : [$"{count} {words}"];

    private static string Since(string where, Participant participant) =>
        participant.Reached is [.., var at] ? $"{where} since {Moments.Minute(at)}" : where;
}
