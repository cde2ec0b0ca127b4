namespace FashionRecs.Domain.Explanations.Views;

/// <summary>All that one place of a page shows of why, and what the log of exposures keeps. Empty unless filled. Immutable.</summary>
/// <param name="View">
/// The view that was really shown; differs from the arm's where a contrast had nothing to contrast with, or a placebo no
/// other value.
/// </param>
public sealed record ComposedExplanation(ExplanationView View)
{
    /// <summary>What words, regions and map speak of, best first; the first is logged.</summary>
    public IReadOnlyList<ExplainedReason> Reasons { get; init; } = [];

    /// <summary>The heading, where the place has room for one; null for none.</summary>
    public string? Heading { get; init; }

    /// <summary>The words; null for none.</summary>
    public ExplanationSentence? Sentence { get; init; }

    /// <summary>The reasons whose regions are framed.</summary>
    public IReadOnlyList<ExplainedReason> Marked { get; init; } = [];

    /// <summary>The reason whose map is laid over the picture; null for none.</summary>
    public ExplainedReason? Map { get; init; }

    /// <summary>The contributions that are listed, with the score they add up to.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>Whether a card that names no reason may say what it does on the page instead.</summary>
    public bool AllowsNote { get; init; }

    /// <summary>Whether the page lists all that is seen in the product, whether it moved the score or not.</summary>
    public bool ListsReadings { get; init; }

    /// <summary>Whether the reasons were drawn at random; for researchers only.</summary>
    public bool IsPlacebo { get; init; }
}
