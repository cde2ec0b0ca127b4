using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Shop;

/// <summary>What a shopper asks of the catalog. Within one kind of filter any choice will do; across kinds all must hold.</summary>
public sealed record CatalogQuery
{
    /// <summary>Wanted values; those of one attribute, and its families, are alternatives.</summary>
    public IReadOnlyList<AttributeValue> Values { get; init; } = [];

    /// <summary>Wanted families of values, each for any of its values.</summary>
    public IReadOnlyList<ValueFamily> Families { get; init; } = [];

    /// <summary>Wanted types, compared exactly.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Wanted colours, compared exactly.</summary>
    public IReadOnlyList<string> Colours { get; init; } = [];

    /// <summary>Wanted patterns, compared exactly.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>
    /// What is not wanted: full codes of values and families, or "type", "colour", "pattern" or "word" and what it is, joined by a colon.
    /// What means nothing is left alone.
    /// </summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Lowest price, or null.</summary>
    public decimal? PriceFrom { get; init; }

    /// <summary>Highest price, or null.</summary>
    public decimal? PriceTo { get; init; }

    /// <summary>Whether the nearest prices are to be found where nothing else fits the rest and the wanted prices.</summary>
    public bool TakesNearestPrices { get; init; }

    /// <summary>The wanted range of prices, or null where none is asked for.</summary>
    public PriceStep? Price => PriceFrom is null && PriceTo is null ? null : new PriceStep(PriceFrom, PriceTo);

    /// <summary>
    /// Words in any language and order. Those that mean values, types, colours, patterns or prices ask for these in place of filters of the
    /// same kind; others must stand in the products' texts. What nothing in the shop answers to is left out, and where nothing fits all of
    /// it, what is least missed.
    /// </summary>
    public string Words { get; init; } = "";

    /// <summary>Order of the result.</summary>
    public CatalogOrder Order { get; init; }

    /// <summary>Results to leave out at the start, at least 0.</summary>
    public int Skip { get; init; }

    /// <summary>Results on a page at most, at least 0.</summary>
    public int Take { get; init; } = 24;

    /// <summary>Pages to return together, at least 1.</summary>
    public int Pages { get; init; } = 1;
}
