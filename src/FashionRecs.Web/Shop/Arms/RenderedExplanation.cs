using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>An explanation as one place of a page draws it. Words and regions speak of the same reasons.</summary>
/// <param name="Composed">What the view made of it.</param>
/// <param name="Marked">The regions that are framed; without words they have none for those who hear the page either.</param>
/// <param name="MayBeArgued">Whether more or less of a named value can be asked for.</param>
/// <param name="Token">What to hand back once it was on screen; null where nothing is logged.</param>
public sealed record RenderedExplanation(
    ComposedExplanation Composed, IReadOnlyList<RegionMark> Marked, bool MayBeArgued, string? Token = null)
{
    /// <summary>The reasons that are named, in order; empty without words.</summary>
    public IReadOnlyList<ExplainedReason> Named { get; } = [.. Composed.Sentence?.Reasons ?? []];

    /// <summary>
    /// The value or family of which more or less can be asked for beside a named reason, as clicks name it; null where it cannot.
    /// </summary>
    public string? Argued(ExplainedReason reason) => MayBeArgued ? reason.FullCode : null;
}
