using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Explanations.Views;

/// <summary>What a shopper sees of an explanation in one arm, and what the exposure log keeps of it.</summary>
/// <param name="View">The view that was really shown; differs from the arm's where a contrast had nothing to contrast with, or a placebo nothing but the real reason.</param>
/// <param name="Sentence">The words, or null where the view has none.</param>
/// <param name="Value">The value that words, box and map speak of; null where nothing is explained.</param>
/// <param name="Box">The region to draw, or null.</param>
/// <param name="ShowsMap">Whether the map of <paramref name="Value"/> is laid over the picture.</param>
/// <param name="Shares">The shares to list; empty where the view has none.</param>
public sealed record ShownExplanation(
    ExplanationView View, string? Sentence, AttributeValue? Value, PixelBox? Box, bool ShowsMap, IReadOnlyList<Share> Shares)
{
    /// <summary>An explanation that shows nothing.</summary>
    public static ShownExplanation Nothing(ExplanationView view) => new(view, null, null, null, false, []);
}
