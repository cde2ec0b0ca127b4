namespace FashionRecs.Application.CatalogImport;

/// <summary>An import that brought a product, or changed it.</summary>
/// <param name="Import">Its id.</param>
/// <param name="At">When it was done.</param>
public readonly record struct Arrival(Guid Import, DateTimeOffset At);

/// <summary>A finished import.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="At">When it was done.</param>
public sealed record FinishedImport(Guid Id, string Name, DateTimeOffset At);

/// <summary>Which finished imports touched which product. Immutable and safe to share between threads.</summary>
/// <param name="Stamp">What this is a copy of: how many finished imports there are, and when the last one ended.</param>
/// <param name="ByProduct">Of each product that an import touched, all of them, newest first.</param>
public sealed record Arrivals((int Count, long Last) Stamp, IReadOnlyDictionary<string, IReadOnlyList<Arrival>> ByProduct)
{
    /// <summary>All finished imports, newest first.</summary>
    public IReadOnlyList<FinishedImport> Imports { get; init; } = [];

    /// <summary>Imports of one product, newest first; none where it came another way.</summary>
    public IReadOnlyList<Arrival> Of(string product) => ByProduct.GetValueOrDefault(product, []);

    /// <summary>When a product came or was changed last; null where no import did so.</summary>
    public DateTimeOffset? Latest(string product) => Of(product) is [var newest, ..] ? newest.At : null;
}
