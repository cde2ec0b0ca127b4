namespace FashionRecs.Application.Shop.Columns;

/// <summary>The numbers of what products have in common, for every state of one catalog. Safe to share between threads.</summary>
internal sealed class CatalogFacets
{
    /// <summary>Types, with empty for unknown; likewise the others.</summary>
    public Codes<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Groups.</summary>
    public Codes<string> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Sections.</summary>
    public Codes<string> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>Colours.</summary>
    public Codes<string> Colours { get; } = new(StringComparer.Ordinal);

    /// <summary>Patterns.</summary>
    public Codes<string> Patterns { get; } = new(StringComparer.Ordinal);

    /// <summary>What products are called (<see cref="KindOfThing"/>): names in order, parted by blanks; empty for none.</summary>
    public Codes<string> Things { get; } = new(StringComparer.Ordinal);

    /// <summary>Prices.</summary>
    public Codes<decimal> Prices { get; } = new();
}
