using System.Collections;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// The products of a large catalog in their order, read by key when they are asked for. Going through all of them reads them in portions
/// and keeps none. Safe to share between threads.
/// </summary>
/// <param name="ids">Their ids.</param>
/// <param name="recent">Reads them.</param>
/// <param name="words">Folder for the index of their words.</param>
internal sealed class CatalogItems(PackedIds ids, RecentItems recent, string words) : IReadOnlyList<CatalogItem>
{
    /// <summary>Products of a portion.</summary>
    private const int Portion = 512;

    /// <summary>Folder for the index of their words, so that it takes no memory.</summary>
    public string Words => words;

    /// <inheritdoc/>
    public int Count => ids.Count;

    /// <inheritdoc/>
    public CatalogItem this[int index] => recent.Find([ids[index]])[0];

    /// <summary>Several products, read together and each at its place; what is gone by now is empty and withdrawn.</summary>
    public IReadOnlyList<CatalogItem> At(IReadOnlyList<int> places)
    {
        string[] asked = [.. places.Select(place => ids[place])];
        return asked.Length > Portion ? recent.Read(asked) : recent.Find(asked);
    }

    /// <summary>The names of all products, in one query.</summary>
    public IReadOnlyList<string> Names() => recent.Names(Enumerable.Range(0, ids.Count).Select(place => ids[place]));

    /// <summary>The same products after some changes.</summary>
    public CatalogItems With(PackedIds others, IEnumerable<string> changed)
    {
        recent.Drop(changed);
        return new CatalogItems(others, recent, words);
    }

    /// <inheritdoc/>
    public IEnumerator<CatalogItem> GetEnumerator()
    {
        for (var start = 0; start < ids.Count; start += Portion)
        {
            string[] portion = [.. Enumerable.Range(start, Math.Min(Portion, ids.Count - start)).Select(place => ids[place])];
            foreach (var item in recent.Read(portion))
            {
                yield return item;
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
