using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>Turns what a view composed into what a page draws, the shop's own view like those of experiments. Pure.</summary>
public static class ExplanationRenderer
{
    /// <summary>What is drawn.</summary>
    /// <param name="composed">What the view made of the explanation.</param>
    /// <param name="mayBeArgued">Whether more or less of a named value can be asked for there.</param>
    /// <param name="token">What to hand back once it was on screen; null where nothing is logged.</param>
    public static RenderedExplanation Render(ComposedExplanation composed, bool mayBeArgued = true, string? token = null)
    {
        // A region without words must not give them away to those who hear the page.
        var named = composed.Sentence?.Reasons.ToHashSet() ?? [];
        return new(
            composed,
            [.. composed.Marked.SelectMany(reason => reason.Regions, (reason, box) => new RegionMark(reason.Key, Words(reason), box)
            {
                Outline = composed.DrawsOutlines ? reason.Outline : null,
                Reason = named.Contains(reason) ? reason : null,
            })],
            mayBeArgued, token);

        string Words(ExplainedReason reason) => named.Contains(reason) ? reason.Phrase : "";
    }
}
