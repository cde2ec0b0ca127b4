using System.Collections.Frozen;

namespace FashionRecs.Application.CatalogImport.Prices;

/// <summary>The signs and codes that currencies are written with.</summary>
internal static class Currencies
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR", ["$"] = "USD", ["US$"] = "USD", ["£"] = "GBP", ["¥"] = "JPY", ["Fr."] = "CHF",
        ["Fr"] = "CHF", ["SFr."] = "CHF",
        ["zł"] = "PLN", ["Kč"] = "CZK", ["₹"] = "INR", ["Rs"] = "INR", ["Rs."] = "INR", ["元"] = "CNY", ["円"] = "JPY", ["₺"] = "TRY",
        ["₽"] = "RUB", ["₩"] = "KRW", ["₴"] = "UAH", ["R$"] = "BRL",
        ["kr"] = "SEK", ["kr."] = "DKK",
        ["C$"] = "CAD", ["CA$"] = "CAD", ["A$"] = "AUD", ["AU$"] = "AUD", ["NZ$"] = "NZD", ["HK$"] = "HKD", ["S$"] = "SGD", ["Ft"] = "HUF",
        ["lei"] = "RON",
    }.Concat("""
        AED AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EUR GBP HKD HUF IDR ILS INR ISK JPY KRW MXN MYR NOK NZD PEN PHP PLN RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(code => KeyValuePair.Create(code, code)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a sign or code, or null.</summary>
    public static string? TryFind(string text) => Codes.GetValueOrDefault(text.Trim());
}
