using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.CatalogImport;

/// <summary>What an import changes of a product that the shop has.</summary>
/// <param name="OldPicture">The picture in the shop where the import brings another one; else null.</param>
/// <param name="Fields">Facts that differ: their name, what the shop has, and what the list says.</param>
public sealed record CatalogImportChange(string? OldPicture, IReadOnlyList<(string Name, string Old, string New)> Fields)
{
    /// <summary>Whether the product stays as it is and only the network reads it anew, with the weights in use.</summary>
    public bool IsReadingOnly => OldPicture is null && Fields.Count == 0;

    /// <summary>In words, for a list without pictures: "another picture; price: 9.99 → 12.5".</summary>
    public string Words => IsReadingOnly
        ? "read anew with the weights in use"
        : string.Join("; ",
            Fields.Select(one => $"{one.Name}: {Shown(one.Old)} → {Shown(one.New)}").Prepend(OldPicture is null ? "" : "another picture")
            .Where(words => words.Length > 0));

    /// <summary>An empty fact as people read it.</summary>
    public static string Shown(string fact) => fact.Length == 0 ? "(empty)" : fact;

    /// <summary>Compares an item with the product that the shop has now.</summary>
    public static CatalogImportChange Of(Product known, CatalogImportItem item)
    {
        var now = item.Facts!.With(item.Picture!, item.Width, item.Height);
        return new CatalogImportChange(
            known.Picture == item.Picture ? null : known.Picture,
            [.. ProductField.Compare(known, now).Where(change => change.Field != ProductField.Picture)
                .Select(change => (change.Field.Title, change.From, change.To))]);
    }
}
