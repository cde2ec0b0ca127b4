namespace FashionRecs.Recommenders.Purchases;

/// <summary>
/// Purchases grouped by customer and counted by product: what a recommender learns from. Immutable and safe to share between threads.
/// Customers are in the order of their first purchase in the file.
/// </summary>
public sealed class PurchaseHistory
{
    private readonly Dictionary<string, int> indexByCustomer = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is no purchase.</exception>
    public PurchaseHistory(ShopProducts products, IReadOnlyList<Purchase> purchases)
        : this(products, purchases.Count > 0 ? purchases : throw new ArgumentException("There is no purchase.", nameof(purchases)),
            purchases.Max(purchase => purchase.Day))
    {
    }

    private PurchaseHistory(ShopProducts products, IReadOnlyList<Purchase> purchases, DateOnly lastDay)
    {
        Products = products;
        Purchases = purchases;
        LastDay = lastDay;
        Days = lastDay.DayNumber - purchases.Select(purchase => purchase.Day).DefaultIfEmpty(lastDay).Min().DayNumber + 1;

        var latest = new List<Dictionary<int, int>>();
        Buyers = new int[products.Count];
        foreach (var purchase in purchases)
        {
            if (!indexByCustomer.TryGetValue(purchase.Customer, out var customer))
            {
                indexByCustomer[purchase.Customer] = customer = latest.Count;
                latest.Add([]);
            }

            var age = LastDay.DayNumber - purchase.Day.DayNumber;
            if (!latest[customer].TryGetValue(purchase.Product, out var known))
            {
                Buyers[purchase.Product]++;
                known = int.MaxValue;
            }

            latest[customer][purchase.Product] = Math.Min(known, age);
        }

        var histories = new CustomerHistory[latest.Count];
        foreach (var (name, index) in indexByCustomer)
        {
            var items = latest[index].OrderByDescending(item => item.Value).ThenBy(item => item.Key).ToArray();
            histories[index] =
                new CustomerHistory(index, name, Array.ConvertAll(items, item => item.Key), Array.ConvertAll(items, item => item.Value));
        }

        Customers = histories;
    }

    /// <summary>A history in which nobody bought anything: what is known of purchases where there are none.</summary>
    public static PurchaseHistory Nobody(ShopProducts products) => new(products, [], DateOnly.MinValue);

    /// <summary>The products that indexes speak of.</summary>
    public ShopProducts Products { get; }

    /// <summary>The purchases as read.</summary>
    public IReadOnlyList<Purchase> Purchases { get; }

    /// <summary>Every customer's purchases.</summary>
    public IReadOnlyList<CustomerHistory> Customers { get; }

    /// <summary>Per product, how many customers bought it.</summary>
    public int[] Buyers { get; }

    /// <summary>The last day of the history; ages count back from it.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Days from the first to the last, both included; at least 1.</summary>
    public int Days { get; }

    /// <summary>A customer's purchases, or null for one who bought nothing.</summary>
    public CustomerHistory? Find(string customer) => indexByCustomer.TryGetValue(customer, out var index) ? Customers[index] : null;
}
