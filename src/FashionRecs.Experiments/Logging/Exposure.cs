using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Experiments.Logging;

/// <summary>A unit saw its arm's view on screen for the first time in a phase. Written once, never changed.</summary>
/// <param name="Experiment">Key of the experiment.</param>
/// <param name="Phase">Number of the phase.</param>
/// <param name="Unit">The shopper or visitor.</param>
/// <param name="Arm">Key of the arm.</param>
/// <param name="At">When, by the server's clock.</param>
/// <param name="Product">The product that was explained.</param>
/// <param name="Position">Its place on the page, 1 for the first.</param>
/// <param name="Reason">Code of the value that was named or marked, "attribute: value"; null where nothing was explained.</param>
/// <param name="Region">The marked region; null where none was.</param>
/// <param name="IsPlacebo">Whether the reason was drawn at random; for researchers only.</param>
public sealed record Exposure(
    string Experiment, int Phase, string Unit, string Arm, DateTimeOffset At, string Product, int Position,
    string? Reason = null, PixelBox? Region = null, bool IsPlacebo = false)
{
    /// <summary>Identifies the exposure: one per unit, phase and arm, so that writing it twice changes nothing.</summary>
    public string Id => IdOf(Experiment, Phase, Arm, Unit);

    /// <summary>The number of the exposure of a unit, whether or not there was one.</summary>
    public static string IdOf(string experiment, int phase, string arm, string unit) => $"{experiment}/{phase}/{arm}/{unit}";

    /// <summary>
    /// The view that was really shown there: another than the arm's where a contrast had nothing to contrast with, or a placebo no value
    /// but the real reason. Null in rows from before it was logged.
    /// </summary>
    public ExplanationView? View { get; init; }

    /// <summary>
    /// Code of the best reason that there was for the product, whatever the view made of it: in a control without explanation the one that
    /// was kept back, beside a placebo the true one. Null where there was none, and in rows from before it was logged.
    /// </summary>
    public string? AvailableReason { get; init; }

    /// <summary>Segments of the unit at that time, such as "device" → "phone".</summary>
    public IReadOnlyDictionary<string, string> Segments { get; init; } = new Dictionary<string, string>();
}
