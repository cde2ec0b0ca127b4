using FashionRecs.Storage.Intake;

namespace FashionRecs.Web.Merchandising.Intake;

/// <summary>States and outcomes in people's words.</summary>
public static class IntakeWords
{
    /// <summary>How far an intake has got.</summary>
    public static string Of(IntakeSummary intake) => intake.State switch
    {
        IntakeState.Open => "files are coming in",
        IntakeState.Reading => "looking through the files",
        IntakeState.Ready => "waits for your go",
        IntakeState.Running => $"reading pictures, {intake.Read} of {intake.ToRead}",
        IntakeState.Paused => "paused",
        IntakeState.Done => "in the shop",
        _ => "given up",
    };

    /// <summary>What happens with a file or row.</summary>
    public static string Of(IntakeOutcome outcome) => outcome switch
    {
        IntakeOutcome.New => "new",
        IntakeOutcome.Changed => "changed",
        IntakeOutcome.Same => "unchanged",
        _ => "refused",
    };
}
