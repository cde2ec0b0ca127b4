using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>What an arm shows in one place of a page. Words and regions speak of the same value.</summary>
/// <param name="View">The view.</param>
/// <param name="Lead">What stands before the named value, such as "because of its "; empty without words.</param>
/// <param name="Named">The values that are named; empty without words.</param>
/// <param name="Marked">The regions that are framed; empty without a box.</param>
/// <param name="Map">The value whose map is laid over the picture, or null.</param>
/// <param name="Shares">The shares that are listed; empty where the view has none.</param>
/// <param name="Token">What to hand back once it was on screen; null where nothing is logged.</param>
public sealed record RenderedExplanation(
    ExplanationView View, string Lead, IReadOnlyList<RegionMark> Named, IReadOnlyList<RegionMark> Marked,
    AttributeValue? Map, IReadOnlyList<Share> Shares, string? Token);
