using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Languages;

/// <summary>Says prices in the shop's currency. Immutable.</summary>
/// <param name="currency">The sign, such as "€", or a code, such as "CHF"; empty for bare numbers.</param>
public sealed class PriceWords(string currency)
{
    /// <summary>A code is parted from the number by a space at which no line breaks; a sign is not.</summary>
    private readonly string sign = currency.Length > 0 && char.IsLetter(currency[^1]) ? currency + '\u00A0' : currency;

    /// <summary>A price as the language of the texts writes it, for example "€24.50"; without texts as English does.</summary>
    public string Said(decimal price, IStringLocalizer? texts = null) => Said(price, "0.00", texts);

    /// <summary>A range of prices, for example "€20 to €50", "up to €20" or "from €50"; empty where it is open on both sides.</summary>
    public string Said(decimal? from, decimal? to, IStringLocalizer texts) => (from, to) switch
    {
        ({ } low, { } high) => texts["{0} to {1}", Short(low, texts), Short(high, texts)],
        ({ } low, null) => texts["From {0}", Short(low, texts)],
        (null, { } high) => texts["Up to {0}", Short(high, texts)],
        _ => "",
    };

    /// <summary>Ends of ranges are round numbers for the most part.</summary>
    private string Short(decimal price, IStringLocalizer texts) => Said(price, price == decimal.Truncate(price) ? "0" : "0.00", texts);

    private string Said(decimal price, string format, IStringLocalizer? texts) =>
        (texts?.Language() ?? ShopLanguage.English).Price(sign, price, format);
}
