using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Shop.Cards;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>Turns what an arm makes of an explanation into what a page draws. Thread-safe.</summary>
public sealed class ExplanationRenderer(ExposureToken tokens)
{
    /// <summary>What is drawn for one product.</summary>
    /// <param name="arm">The shopper's arm.</param>
    /// <param name="item">The product.</param>
    /// <param name="why">Why it has its score.</param>
    /// <param name="position">Zero-based position on the page.</param>
    /// <param name="others">The shopper's arms in other experiments, where what is done in the place tells of them, too.</param>
    public RenderedExplanation Of(ShopperArm arm, CatalogItem item, Explanation why, int position, params IEnumerable<ShopperArm> others)
    {
        var shown = arm.Show(item, why);
        var key = shown.Value is { } value ? CardModels.Key(value) : "";
        // A region without words must not give them away to those who hear the page.
        var words = shown.Sentence is null ? "" : shown.Value!.Phrase;
        return new RenderedExplanation(
            shown.View,
            shown.Sentence is { } sentence ? sentence[..^words.Length] : "",
            shown.Sentence is null ? [] : [new RegionMark(key, words, shown.Box ?? default) { Code = MayBeArgued(arm.Phase) ? CardModels.Code(shown.Value!) : null }],
            shown.Box is { } box ? [new RegionMark(key, words, box)] : [],
            shown.ShowsMap ? shown.Value : null,
            shown.Shares,
            // What no arm could explain is no exposure in any, so that arms differ in the view alone. Where they rank differently, another list could be explained in
            // each: there, whatever is on screen exposes.
            why.Reason is null && !arm.Phase.RanksDifferently ? null : tokens.Create(arm, item, shown, position, others));
    }

    /// <summary>
    /// Whether more or less of a named value can be asked for: only where every arm says why, so that arms differ in the explanation and not in what can be taught
    /// to the shop with it.
    /// </summary>
    private static bool MayBeArgued(Phase phase) => phase.Arms.All(arm => arm.Weight == 0 || arm.View.SaysWhy());
}
