namespace FashionRecs.Application.Shop.Search;

/// <summary>One thing that products must have to be found.</summary>
/// <param name="Kind">What it is about: "type", "colour", "pattern", "price", an attribute's code, or a name of its own for a word.</param>
/// <param name="Items">The products that have it.</param>
/// <param name="Said">The words that ask for it; null for a filter, which holds in any case.</param>
/// <param name="Cost">How much is lost without it.</param>
internal sealed record SearchCriterion(string Kind, ItemSet Items, string? Said = null, int Cost = 0)
{
    /// <summary>Whether a product has it to the full: the very type, a word in its name.</summary>
    public Func<int, bool>? Fully { get; init; }

    /// <summary>The word that texts must hold, or null.</summary>
    public string? Word { get; init; }

    /// <summary>The query without it.</summary>
    public Func<CatalogQuery, CatalogQuery> Without { get; init; } = query => query;
}
