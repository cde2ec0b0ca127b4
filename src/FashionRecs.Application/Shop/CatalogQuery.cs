using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Shop;

/// <summary>What a shopper asks of the catalog. Within one kind of filter any choice will do; across kinds all must hold.</summary>
public sealed record CatalogQuery
{
    /// <summary>Wanted values; those of one attribute are alternatives.</summary>
    public IReadOnlyList<AttributeValue> Values { get; init; } = [];

    /// <summary>Wanted types, compared exactly.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Wanted colours, compared exactly.</summary>
    public IReadOnlyList<string> Colours { get; init; } = [];

    /// <summary>Lowest price, or null.</summary>
    public decimal? PriceFrom { get; init; }

    /// <summary>Highest price, or null.</summary>
    public decimal? PriceTo { get; init; }

    /// <summary>The wanted range of prices, or null where none is asked for.</summary>
    public PriceStep? Price => PriceFrom is null && PriceTo is null ? null : new PriceStep(PriceFrom, PriceTo);

    /// <summary>Words that must all occur in name, type, colour, pattern, section, description or a shown value's phrase; case does not matter. A word that occurs nowhere is looked for in the singular, too.</summary>
    public string Words { get; init; } = "";

    /// <summary>Order of the result.</summary>
    public CatalogOrder Order { get; init; }

    /// <summary>Results to leave out at the start, at least 0.</summary>
    public int Skip { get; init; }

    /// <summary>Results to return at most, at least 0.</summary>
    public int Take { get; init; } = 24;
}
