using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// Reads products by key and keeps those that were asked for lately. Safe to share between threads, and by all states of one catalog: what
/// changed is dropped.
/// </summary>
/// <param name="store">Where they are.</param>
/// <param name="vocabulary">The vocabulary of their tags.</param>
/// <param name="most">Products kept, at least 2.</param>
internal sealed class RecentItems(ICatalogStore store, AttributeVocabulary vocabulary, int most)
{
    /// <summary>Products that are asked for in one query.</summary>
    private const int Together = 500;

    private readonly Lock gate = new();

    // Two halves: what is asked for moves into the young one; once that is full the old one goes.
    private Dictionary<string, CatalogItem> young = new(StringComparer.Ordinal);
    private Dictionary<string, CatalogItem> old = new(StringComparer.Ordinal);
    private int changes;

    /// <summary>
    /// Products in the order of their ids as they are now; what is not kept is read together. One that is gone for good since the
    /// catalog was read is empty but for its id, and withdrawn.
    /// </summary>
    public IReadOnlyList<CatalogItem> Find(IReadOnlyList<string> ids)
    {
        var found = new Dictionary<string, CatalogItem>(StringComparer.Ordinal);
        int before;
        lock (gate)
        {
            before = changes;
            foreach (var id in ids)
            {
                if (young.TryGetValue(id, out var item))
                {
                    found[id] = item;
                }
                else if (old.TryGetValue(id, out item))
                {
                    found[id] = item;
                    Keep(item);
                }
            }
        }

        string[] missing = [.. ids.Where(id => !found.ContainsKey(id)).Distinct(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            var read = Stored(missing);
            lock (gate)
            {
                foreach (var item in read)
                {
                    found[item.Product.Id] = item;
                    // What was read while something changed may be from before.
                    if (before == changes)
                    {
                        Keep(item);
                    }
                }
            }
        }

        return [.. ids.Select(id => found.GetValueOrDefault(id) ?? Gone(id))];
    }

    /// <summary>Products straight from the store, for whoever goes through all of them: nothing is kept.</summary>
    public IReadOnlyList<CatalogItem> Read(IReadOnlyList<string> ids)
    {
        var read = Stored(ids).ToDictionary(item => item.Product.Id, StringComparer.Ordinal);
        return [.. ids.Select(id => read.GetValueOrDefault(id) ?? Gone(id))];
    }

    /// <summary>The names of some products; empty for what is gone.</summary>
    public IReadOnlyList<string> Names(IEnumerable<string> ids)
    {
        var names = store.Names();
        return [.. ids.Select(id => names.GetValueOrDefault(id, ""))];
    }

    /// <summary>Drops what changed or went.</summary>
    public void Drop(IEnumerable<string> ids)
    {
        lock (gate)
        {
            changes++;
            foreach (var id in ids)
            {
                young.Remove(id);
                old.Remove(id);
            }
        }
    }

    private CatalogItem[] Stored(IReadOnlyList<string> ids) => [.. ids.Chunk(Together).SelectMany(store.Find)];

    private void Keep(CatalogItem item)
    {
        if (young.Count >= most / 2)
        {
            (old, young) = (young, new Dictionary<string, CatalogItem>(StringComparer.Ordinal));
        }

        young[item.Product.Id] = item;
    }

    private CatalogItem Gone(string id) => new(vocabulary,
        new Product { Id = id, Name = "", Picture = "", PictureWidth = 1, PictureHeight = 1 }, null, []) { IsWithdrawn = true };
}
