using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Web.Shop.Style;

/// <summary>Says what a click was, for the list of what a belief comes from.</summary>
public static class EvidenceText
{
    /// <summary>For example "Liked Wrap blouse".</summary>
    public static string Said(ShopperEvent happened, CatalogSnapshot catalog)
    {
        var product = catalog.TryFind(happened.ProductId ?? "")?.Product.Name ?? "a product that has left the shop";
        return happened.Signal switch
        {
            PreferenceSignal.Like => $"Liked {product}",
            PreferenceSignal.Dislike => $"Not for you: {product}",
            PreferenceSignal.Hide => $"Hid {product}",
            PreferenceSignal.Bag => $"Put {product} into the bag",
            PreferenceSignal.View => $"Opened {product}",
            PreferenceSignal.Skipped => $"Skipped {product}",
            PreferenceSignal.More => "Asked for more of it",
            PreferenceSignal.Less => "Asked for less of it",
            PreferenceSignal.Edit => "Set by hand",
            PreferenceSignal.Pin => "Kept as it was",
            PreferenceSignal.Unpin => "Let change again",
            _ => "Forgotten",
        };
    }
}
