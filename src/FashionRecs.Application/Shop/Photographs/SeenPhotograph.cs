using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Shop.Photographs;

/// <summary>A shopper's photograph as the network sees it, or why it could not be looked at.</summary>
/// <param name="Id">Its number, which nobody can guess: who knows it may see the photograph.</param>
/// <param name="Item">What is seen, as of a product without facts; null where it could not be looked at.</param>
/// <param name="Picture">A small copy in WebP for the page; empty where it could not be looked at.</param>
/// <param name="Trouble">Why not, in one sentence; null where it could.</param>
public sealed record SeenPhotograph(Guid Id, CatalogItem? Item, ReadOnlyMemory<byte> Picture, string? Trouble)
{
    /// <summary>What it takes in memory, in bytes; about.</summary>
    public long Size => Picture.Length + 4096;

    /// <summary>What can be said of the garment, in the vocabulary's order; empty where no garment is seen.</summary>
    public IReadOnlyList<AttributeReading> Said =>
        Item is null || Item.IsWithoutGarment ? [] : [.. Item.Readings.Where(reading => reading.Statement is not null)];

    /// <summary>Whether a garment is seen, although nothing of it is sure enough to be said.</summary>
    public bool IsUnsure => Item is { IsWithoutGarment: false } && Said.Count == 0
        && Item.Readings.Any(reading => reading.Visible >= Visibility.Shown);
}
