namespace FashionRecs.Application.Shop;

/// <summary>A part of the range of prices. Both ends belong to it.</summary>
/// <param name="From">Lowest price, or null for the cheapest part.</param>
/// <param name="To">Highest price, or null for the dearest part.</param>
public sealed record PriceStep(decimal? From, decimal? To)
{
    /// <summary>Steps offered at most.</summary>
    private const int Most = 5;

    /// <summary>Whether a product of this price belongs to it; one without a price never does.</summary>
    public bool Has(decimal? price) => price is { } known && known >= (From ?? 0) && known <= (To ?? decimal.MaxValue);

    /// <summary>How far a price is from it; without end for a product without one.</summary>
    internal float DistanceTo(decimal? price) => price is not { } known ? float.MaxValue
        : known < From ? (float)(From.Value - known) : known > To ? (float)(known - To.Value) : 0;

    /// <summary>Steps with round ends of which each holds about as many prices; none where all prices are alike.</summary>
    public static IReadOnlyList<PriceStep> Of(IEnumerable<decimal> prices)
    {
        decimal[] sorted = [.. prices.Order()];
        if (sorted.Length == 0)
        {
            return [];
        }

        decimal[] ends = [.. Enumerable.Range(1, Most - 1).Select(step => Round(sorted[sorted.Length * step / Most])).Distinct().Where(end => end > sorted[0] && end < sorted[^1])];
        return ends.Length == 0 ? [] :
        [
            new PriceStep(null, ends[0]), .. ends.Zip(ends.Skip(1), (from, to) => new PriceStep(from, to)), new PriceStep(ends[^1], null),
        ];
    }

    /// <summary>The nearest number with one digit, or with a 5 as the second: 17.49 becomes 15, 32.90 becomes 35, 260 becomes 250.</summary>
    private static decimal Round(decimal price)
    {
        var half = 0.05m;
        while (half * 20 <= price)
        {
            half *= 10;
        }

        return Math.Round(price / half, MidpointRounding.AwayFromZero) * half;
    }
}
