using FashionRecs.Application.Shop.Columns;

namespace FashionRecs.Application.Shop.Search;

/// <summary>
/// The products of each name of a kind, such as of each colour: a bit for each product of the catalog where many have the name, the places
/// of the few that have it otherwise, so that a thousand rare names take no more memory than one. Immutable, safe to share between threads.
/// </summary>
internal sealed class NamedItems
{
    private static readonly int[] None = [];

    private readonly int size;
    private readonly Dictionary<string, (ItemSet? Many, int[] Few)> names = new(StringComparer.Ordinal);

    /// <summary>Takes a column apart.</summary>
    /// <param name="codes">Number of each product's name.</param>
    /// <param name="texts">The names; empty ones are none.</param>
    public NamedItems(Column<int> codes, Codes<string> texts)
    {
        size = codes.Count;
        var counts = new int[texts.Count];
        for (var place = 0; place < size; place++)
        {
            counts[codes[place]]++;
        }

        // A place takes 32 bits.
        var sets = Array.ConvertAll(counts, count => count * 32L > size ? new ItemSet(size) : null);
        var places = counts.Select((count, code) => sets[code] is null ? new int[count] : None).ToArray();
        var ends = new int[counts.Length];
        // In the order in which names come first, as they were met.
        for (var place = 0; place < size; place++)
        {
            var code = codes[place];
            if (texts[code].Length == 0)
            {
                continue;
            }

            if (ends[code]++ == 0)
            {
                names.Add(texts[code], (sets[code], places[code]));
            }

            if (sets[code] is { } set)
            {
                set[place] = true;
            }
            else
            {
                places[code][ends[code] - 1] = place;
            }
        }
    }

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> Names => names.Keys;

    /// <summary>The products of a name, not to be changed; none where there is no such name.</summary>
    public ItemSet this[string name]
    {
        get
        {
            if (!names.TryGetValue(name, out var own))
            {
                return new ItemSet(size);
            }

            if (own.Many is { } many)
            {
                return many;
            }

            var set = new ItemSet(size);
            foreach (var place in own.Few)
            {
                set[place] = true;
            }

            return set;
        }
    }

    /// <summary>How many products of a set have each name.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts(ItemSet items) => names.Select(name =>
        KeyValuePair.Create(name.Key, name.Value.Many?.CountBoth(items) ?? name.Value.Few.Count(place => items[place])));
}
