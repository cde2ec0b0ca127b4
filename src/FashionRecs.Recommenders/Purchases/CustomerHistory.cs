namespace FashionRecs.Recommenders.Purchases;

/// <summary>What one customer bought: each product once, the latest purchase last.</summary>
/// <param name="Index">The customer's place among the customers of the <see cref="PurchaseHistory"/>, or -1 for one who is not part of
/// it.</param>
/// <param name="Customer">The customer's name in the files.</param>
/// <param name="Items">Distinct product indexes, ordered by the day of the last purchase, then by index.</param>
/// <param name="Ages">Per item, days between its last purchase and the history's last day; 0 is the last day.</param>
public sealed record CustomerHistory(int Index, string Customer, int[] Items, int[] Ages)
{
    /// <summary>A customer of whom nothing is known.</summary>
    public static CustomerHistory Empty { get; } = new(-1, "", [], []);

    /// <summary>The same without one product; itself where it has none of it.</summary>
    public CustomerHistory Without(int item)
    {
        int[] kept = [.. Enumerable.Range(0, Items.Length).Where(place => Items[place] != item)];
        return kept.Length == Items.Length ? this
            : this with { Items = Array.ConvertAll(kept, place => Items[place]), Ages = Array.ConvertAll(kept, place => Ages[place]) };
    }
}
