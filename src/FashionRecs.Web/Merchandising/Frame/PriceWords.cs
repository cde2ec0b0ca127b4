using System.Globalization;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Web.Merchandising.Frame;

/// <summary>Prices as the desk writes them.</summary>
public static class PriceWords
{
    /// <summary>An amount with the shop's sign, and a space after a sign that ends in a letter.</summary>
    public static string Of(decimal price, ShopCurrency currency) =>
        currency.Sign + (char.IsLetter(currency.Sign.LastOrDefault()) ? "\u00A0" : "")
        + price.ToString("0.00", CultureInfo.InvariantCulture);
}
