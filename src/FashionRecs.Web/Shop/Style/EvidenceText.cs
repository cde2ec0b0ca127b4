using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Shop.Style;

/// <summary>Says what a click was, for the list of what a belief comes from.</summary>
public static class EvidenceText
{
    /// <summary>For example "Liked Wrap blouse".</summary>
    public static string Said(ShopperEvent happened, CatalogSnapshot catalog, IStringLocalizer texts)
    {
        var product = catalog.TryFind(happened.ProductId ?? "")?.Product.Name ?? texts["a product that has left the shop"];
        return happened.Signal switch
        {
            PreferenceSignal.Like => texts["Liked {0}", product],
            PreferenceSignal.Dislike => texts["Not for you: {0}", product],
            PreferenceSignal.Hide => texts["Hid {0}", product],
            PreferenceSignal.Bag => texts["Put {0} into the bag", product],
            PreferenceSignal.View => texts["Opened {0}", product],
            PreferenceSignal.Skipped => texts["Skipped {0}", product],
            PreferenceSignal.More => texts["Asked for more of it"],
            PreferenceSignal.Less => texts["Asked for less of it"],
            PreferenceSignal.Edit => texts["Set by hand"],
            PreferenceSignal.Pin => texts["Kept as it was"],
            PreferenceSignal.Unpin => texts["Let change again"],
            _ => texts["Forgotten"],
        };
    }
}
