using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop.Reasons;

namespace FashionRecs.Web.Shop.Cards;

/// <summary>From what was ranked to what a card shows.</summary>
public static class CardModels
{
    /// <summary>A card at a position; the reasons come from the very shares of the score.</summary>
    public static CardModel Of(CatalogItem item, Explanation why, ShopperProfile profile, int position) => new(
        item.Product.Id, item.Product.Name, item.Product.Price, item.Product.Picture,
        new PictureFrame(item.Product.PictureWidth, item.Product.PictureHeight), position,
        [.. why.Reasons.Select(share => new RegionMark(Key(share), share.Value.Phrase, share.Box!.Value) { Code = Code(share.Value), IsReviewed = share.Source == TagSource.Reviewed })],
        profile.Liked.Contains(item.Product.Id), profile.Bag.Contains(item.Product.Id));

    /// <summary>The value as clicks name it.</summary>
    public static string Code(AttributeValue value) => $"{value.Attribute.Code}:{value.Code}";

    /// <summary>Key that words and region share.</summary>
    public static string Key(Share share) => Key(share.Value);

    /// <summary>Key that words and region share.</summary>
    public static string Key(AttributeValue value) => $"{value.Attribute.Code}-{value.Position}";
}
