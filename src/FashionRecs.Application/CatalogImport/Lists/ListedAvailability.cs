using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>Whether something can be had, in the words of lists (Google Merchant Center, WooCommerce, Magento, German shops).</summary>
internal static class ListedAvailability
{
    /// <summary>One of the words of <see cref="Availability"/>; empty where the text says nothing known.</summary>
    public static string Read(string text) => ListHeadings.Plain(text) switch
    {
        "in stock" or "instock" or "available" or "yes" or "true" or "1" or "auf lager" or "lieferbar" or "sofort lieferbar" or "verfügbar"
            or "verfuegbar" or "ja" or "limited availability" or "limitedavailability" => Availability.InStock,
        "out of stock" or "outofstock" or "sold out" or "soldout" or "unavailable" or "no" or "false" or "0" or "ausverkauft" or "nein"
            or "nicht lieferbar" or "nicht verfügbar" or "nicht verfuegbar" or "vergriffen" or "discontinued" => Availability.OutOfStock,
        "preorder" or "pre order" or "vorbestellbar" or "vorbestellung" => Availability.Preorder,
        "backorder" or "back order" or "on backorder" or "nachbestellt" or "nachbestellung" => Availability.Backorder,
        _ => "",
    };

    /// <summary>
    /// That of several variants together: what one of them has is to be had. Empty where none says anything.
    /// </summary>
    public static string OfAll(IEnumerable<string> variants)
    {
        string[] said = [.. variants.Select(Read).Where(word => word.Length > 0)];
        string[] best = [Availability.InStock, Availability.Backorder, Availability.Preorder, Availability.OutOfStock];
        return Array.Find(best, word => Array.IndexOf(said, word) >= 0) ?? "";
    }
}
