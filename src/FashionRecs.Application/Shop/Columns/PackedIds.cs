using System.Text;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// The ids of a catalog in their order, one behind the other in UTF-8: 4 bytes and the id for each, where a text of its own would take 22
/// and twice the id, and a dictionary as much again. Immutable and safe to share between threads.
/// </summary>
internal sealed class PackedIds
{
    /// <summary>Bytes of the longest id that is compared without memory of its own.</summary>
    private const int Short = 256;

    /// <summary>Of more ids than this part of all, places are found by walking along both.</summary>
    private const int Walked = 20;

    private readonly byte[] bytes;
    private readonly int[] ends;

    /// <summary>Ids that are packed already.</summary>
    /// <param name="bytes">The ids.</param>
    /// <param name="ends">Where each ends.</param>
    public PackedIds(byte[] bytes, int[] ends) => (this.bytes, this.ends) = (bytes, ends);

    /// <summary>The ids, one behind the other.</summary>
    public ReadOnlySpan<byte> AllBytes => bytes;

    /// <summary>Where each ends.</summary>
    public ReadOnlySpan<int> Ends => ends;

    /// <summary>Number of ids.</summary>
    public int Count => ends.Length;

    /// <summary>The id at a place.</summary>
    public string this[int place] => Encoding.UTF8.GetString(Bytes(place));

    /// <summary>Packs ids.</summary>
    /// <param name="ids">Each once; places are found only where they stand in the order of <see cref="StringComparer.Ordinal"/>.</param>
    public static PackedIds Of(IReadOnlyList<string> ids)
    {
        var bytes = new byte[ids.Sum(Encoding.UTF8.GetByteCount)];
        var ends = new int[ids.Count];
        var end = 0;
        for (var place = 0; place < ends.Length; place++)
        {
            end += Encoding.UTF8.GetBytes(ids[place], bytes.AsSpan(end));
            ends[place] = end;
        }

        return new PackedIds(bytes, ends);
    }

    /// <summary>The ids after some came or went.</summary>
    /// <param name="before">Of each id its place so far, or −1 where it is new.</param>
    /// <param name="changes">Ids by their new places; of what is not new they are as they were.</param>
    public PackedIds Arrange(int[] before, IEnumerable<(int Place, string Id)> changes)
    {
        var fresh = changes.Where(change => before[change.Place] < 0).ToDictionary(change => change.Place,
            change => Encoding.UTF8.GetBytes(change.Id));
        var length = fresh.Values.Sum(id => id.Length);
        foreach (var place in before)
        {
            length += place < 0 ? 0 : Bytes(place).Length;
        }

        var (all, places, end) = (new byte[length], new int[before.Length], 0);
        for (var place = 0; place < places.Length; place++)
        {
            var id = before[place] < 0 ? fresh[place] : Bytes(before[place]);
            id.CopyTo(all.AsSpan(end));
            places[place] = end += id.Length;
        }

        return new PackedIds(all, places);
    }

    /// <summary>The place of an id, or −1 where it is not among them.</summary>
    public int IndexOf(string id) => Search(id) is >= 0 and var place ? place : -1;

    /// <summary>The place of the first id behind one, which need not be among them.</summary>
    public int PlaceAfter(string id) => Search(id) is >= 0 and var place ? place + 1 : ~Search(id);

    /// <summary>Of each of some other ids in this order its place here, or −1 where it is not among them.</summary>
    public int[] PlacesOf(PackedIds others)
    {
        if (others.Count < Count / Walked)
        {
            return [.. Enumerable.Range(0, others.Count).Select(other => IndexOf(others[other]))];
        }

        var (places, place) = (new int[others.Count], 0);
        for (var other = 0; other < places.Length; other++)
        {
            var id = others.Bytes(other);
            var order = -1;
            for (; place < Count && (order = Bytes(place).SequenceEqual(id) ? 0 : string.CompareOrdinal(this[place], others[other])) < 0;
                place++)
            {
            }

            places[other] = place < Count && order == 0 ? place : -1;
        }

        return places;
    }

    private int Search(string id)
    {
        Span<char> chars = stackalloc char[Short];
        var (low, high) = (0, ends.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var at = Bytes(middle);
            // In the order of UTF-16, as everything else compares ids: that of the bytes is another one beyond the basic plane.
            var order = at.Length <= Short
                ? chars[..Encoding.UTF8.GetChars(at, chars)].SequenceCompareTo(id)
                : string.CompareOrdinal(Encoding.UTF8.GetString(at), id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private ReadOnlySpan<byte> Bytes(int place)
    {
        var start = place == 0 ? 0 : ends[place - 1];
        return bytes.AsSpan(start, ends[place] - start);
    }
}
