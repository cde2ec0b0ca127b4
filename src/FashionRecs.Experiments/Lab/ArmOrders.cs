using FashionRecs.Domain.Hashing;

namespace FashionRecs.Experiments.Lab;

/// <summary>
/// The orders in which participants see the arms. Within persons a Williams design (Williams, Australian Journal of Scientific Research
/// 1949): each arm as often in each part, and each as often directly after each other one; as many orders as arms for an even number of
/// arms, twice as many for an odd one. Between persons one arm each.
/// </summary>
public static class ArmOrders
{
    /// <summary>All orders; each the numbers of arms from 0, in order.</summary>
    /// <param name="arms">How many arms, 2 or more.</param>
    public static IReadOnlyList<IReadOnlyList<int>> All(int arms, bool within)
    {
        if (!within)
        {
            return [.. Enumerable.Range(0, arms).Select(arm => new[] { arm })];
        }

        // 0, 1, n − 1, 2, n − 2, …: neighbours differ by each number once.
        int[] first = [.. Enumerable.Range(0, arms).Select(at => at == 0 ? 0 : at % 2 == 1 ? (at + 1) / 2 : arms - (at / 2))];
        int[][] square = [.. Enumerable.Range(0, arms).Select(shift => first.Select(arm => (arm + shift) % arms).ToArray())];
        return arms % 2 == 0 ? square : [.. square, .. square.Select(order => order.Reverse().ToArray())];
    }

    /// <summary>
    /// The order of whoever is the <paramref name="place"/>th to agree, from 0: in each block of as many participants as there are orders
    /// each order comes once, blocks being shuffled by the seed. So orders stay balanced whoever of the invited comes.
    /// </summary>
    public static IReadOnlyList<int> Of(int arms, bool within, string seed, int place)
    {
        var orders = All(arms, within);
        var block = place / orders.Count;
        return Enumerable.Range(0, orders.Count)
            .OrderBy(order => UnitHash.Compute($"{seed}:orders:{block}", order.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .ThenBy(order => order).Select(order => orders[order]).ElementAt(place % orders.Count);
    }
}
