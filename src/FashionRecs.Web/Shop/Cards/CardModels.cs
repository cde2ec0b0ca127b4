using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop.Arms;

namespace FashionRecs.Web.Shop.Cards;

/// <summary>From what was ranked to what a card shows.</summary>
public static class CardModels
{
    /// <summary>A card at a position.</summary>
    public static CardModel Of(CatalogItem item, RenderedExplanation? explanation, ShopperProfile profile, int position) => new(
        item.Product.Id, item.Product.Name, item.Product.Price, item.Product.Picture,
        new PictureFrame(item.Product.PictureWidth, item.Product.PictureHeight), position, explanation,
        profile.Liked.Contains(item.Product.Id), profile.Bag.Contains(item.Product.Id))
    {
        IsHidden = profile.Hidden.Contains(item.Product.Id),
    };
}
