namespace FashionRecs.Application.CatalogImport.Prices;

/// <summary>The currency of all prices of the shop. Immutable.</summary>
/// <param name="Sign">A sign such as €, or a code such as CHF; empty where the shop shows bare numbers.</param>
public sealed record ShopCurrency(string Sign)
{
    private readonly string? code = Currencies.TryFind(Sign);

    /// <summary>Its three letters (ISO 4217); null where the sign says none.</summary>
    public string? Code => code;

    /// <summary>Whether a price that names a currency can be meant in the shop's; a bare $, ¥ or kr stands for several.</summary>
    /// <param name="named">Three letters, or null where a price names none.</param>
    public bool Matches(string? named) => named is null || code is null || named == code || (named, Sign.Trim()) switch
    {
        ("CAD" or "AUD" or "NZD" or "HKD" or "SGD" or "MXN", "$") => true,
        ("CNY", "¥") or ("NOK" or "DKK", "kr" or "kr.") or ("SEK", "kr.") => true,
        _ => false,
    };
}
