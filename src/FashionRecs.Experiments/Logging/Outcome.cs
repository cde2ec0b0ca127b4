using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Experiments.Logging;

/// <summary>Something a unit did, tied to the exposure it belongs to. Written once, never changed.</summary>
/// <param name="Id">Made by the browser; writing the same one again, as after a lost connection, changes nothing.</param>
/// <param name="ExposureId">The exposure it belongs to.</param>
/// <param name="Kind">What it was.</param>
/// <param name="At">When, by the server's clock.</param>
/// <param name="Value">How much; 1 where the kind only happens.</param>
/// <param name="Product">The product, if there was one.</param>
/// <param name="Reason">The reason shown with it, if there was one.</param>
/// <param name="Part">The part of the picture whose region was marked with it, such as "upper middle"; null where none was.</param>
public sealed record Outcome(
    Guid Id, string ExposureId, OutcomeKind Kind, DateTimeOffset At, double Value = 1, string? Product = null, string? Reason = null,
    string? Part = null)
{
    /// <summary>The view that its place really showed; null where no place was explained, and in rows from before it was logged.</summary>
    public ExplanationView? View { get; init; }

    /// <summary>Code of the best reason that there was for the product, whatever the view made of it; null where there was none.</summary>
    public string? AvailableReason { get; init; }

    /// <summary>Code of the ranking that picked the product, where two were interleaved; null anywhere else.</summary>
    public string? Ranking { get; init; }

    /// <summary>The kind of answer that was asked for; of <see cref="OutcomeKind.Asked"/> and <see cref="OutcomeKind.Declined"/>.</summary>
    public OutcomeKind? Question { get; init; }
}
