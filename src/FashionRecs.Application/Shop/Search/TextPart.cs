using FashionRecs.Application.Shop.Columns;

namespace FashionRecs.Application.Shop.Search;

/// <summary>A segment of texts as it is seen from one catalog. Immutable, safe to share between threads.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Places">Of each of its texts the product's place, or −1 where the product went or another part has its text.</param>
internal sealed record TextPart(TextSegment Segment, int[] Places)
{
    /// <summary>Whether it holds the text of a product as it is.</summary>
    public bool Has(string id) => Segment.Ids.IndexOf(id) is >= 0 and var number && Places[number] >= 0;

    /// <summary>The same without some products.</summary>
    /// <param name="touched">Ids of these products, which are looked for in other parts.</param>
    /// <param name="now">The ids of the catalog from then on; null where they are the same.</param>
    public TextPart Without(IEnumerable<string> touched, PackedIds? now)
    {
        int[] gone = [.. touched.Select(Segment.Ids.IndexOf).Where(number => number >= 0 && Places[number] >= 0)];
        if (now is null && gone.Length == 0)
        {
            return this;
        }

        int[] places = [.. now is null ? Places : Moved(now)];
        foreach (var number in gone)
        {
            places[number] = -1;
        }

        return this with { Places = places };
    }

    private IEnumerable<int> Moved(PackedIds now) => now.PlacesOf(Segment.Ids).Zip(Places, (place, before) => before < 0 ? -1 : place);
}
