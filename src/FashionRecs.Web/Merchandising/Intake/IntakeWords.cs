using FashionRecs.Application.CatalogImport;

namespace FashionRecs.Web.Merchandising.Intake;

/// <summary>States and outcomes in people's words.</summary>
public static class IntakeWords
{
    /// <summary>How far an intake has got.</summary>
    /// <param name="intake">The intake.</param>
    /// <param name="looked">How many of its files were looked through, where somebody counts.</param>
    public static string Of(IntakeSummary intake, (int Done, int Total)? looked = null) => intake.State switch
    {
        IntakeState.Open => "files are coming in",
        IntakeState.Reading when looked is { } count => $"looking through the files, {count.Done} of {count.Total}",
        IntakeState.Reading => "looking through the files",
        IntakeState.Ready => "waits for your go",
        IntakeState.Running => $"reading pictures, {intake.Read} of {intake.ToRead}",
        IntakeState.Paused when intake.ToRead > 0 => $"paused, {intake.Read} of {intake.ToRead} read",
        IntakeState.Paused => "paused",
        IntakeState.Done => "in the shop",
        IntakeState.Refused => "refused",
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
