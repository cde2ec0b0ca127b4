using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// Turns a shop's own catalog and its shoppers' choices into what the explained sum of shares reads: a product list, traits, and purchases.
/// </summary>
public static class PairingInputs
{
    /// <summary>The catalog as a product list, in its order. A price of 0 is none.</summary>
    public static ShopProducts Products(IReadOnlyList<CatalogItem> items) => new(
        [.. items.Select(item => item.Product).Select(product => new ListedProduct(
            product.Id, product.Picture, product.Name, product.Type, product.Group, product.Section, product.Colour, product.Pattern,
            product.Price is > 0 ? (double)product.Price : double.NaN, product.Description))],
        "The shop");

    /// <summary>
    /// The likeliest value of each attribute, "not shown" among them: a person's word where there is one, else the network's; unknown where
    /// neither looked.
    /// </summary>
    public static ProductAttributes Attributes(IReadOnlyList<CatalogItem> items, AttributeVocabulary vocabulary) =>
        new("shop", vocabulary.Attributes.ToDictionary(
        attribute => attribute.Code,
        attribute =>
            items.Select(item => item[attribute] is { } reading
            ? attribute.Values.MaxBy(value => reading.Probabilities[value.Position])!.Position : attribute.Values.Count).ToArray()));

    /// <summary>
    /// The choices as purchases; what has left the shop meanwhile is no evidence. One shopper alone is no crowd: others' choices are what
    /// popularity, colours that go together and the like are learned from, and nobody should be told their own choices as if they were
    /// those of others.
    /// </summary>
    public static PurchaseHistory History(ShopProducts products, IReadOnlyList<ShopperChoice> choices)
    {
        Purchase[] purchases =
            [.. choices.Select(choice => new Purchase(choice.Day, choice.Shopper, products.IndexOf(choice.Product)))
            .Where(purchase => purchase.Product >= 0)];
        return purchases.DistinctBy(purchase => purchase.Customer).Take(2).Count() > 1 ? new PurchaseHistory(products, purchases)
            : PurchaseHistory.Nobody(products);
    }

    /// <summary>One shopper's choices as a customer's history, the latest <paramref name="most"/> of them.</summary>
    public static CustomerHistory Customer(PurchaseHistory history, IEnumerable<(string Product, DateOnly Day)> chosen, int most)
    {
        var latest = chosen.Select(choice => (Item: history.Products.IndexOf(choice.Product), choice.Day)).Where(choice => choice.Item >= 0)
            .GroupBy(choice => choice.Item, (item, days) => (Item: item, Day: days.Max(choice => choice.Day)))
            .OrderBy(choice => choice.Day).ThenBy(choice => choice.Item).TakeLast(most).ToArray();
        return new CustomerHistory(-1, "", Array.ConvertAll(latest, choice => choice.Item),
            Array.ConvertAll(latest, choice => history.LastDay.DayNumber - choice.Day.DayNumber));
    }
}
