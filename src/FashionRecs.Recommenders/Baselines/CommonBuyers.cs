using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>Counts, for every pair of products, the customers who bought both.</summary>
public static class CommonBuyers
{
    /// <summary>Per product, the products with a common buyer and what <paramref name="weigh"/> makes of the counts, by index.</summary>
    /// <param name="weigh">From common buyers, buyers of the first, buyers of the second.</param>
    public static (int Item, float Weight)[][] Count(PurchaseHistory history, Func<int, int, int, float> weigh)
    {
        var buyers = new List<int>[history.Products.Count];
        foreach (var customer in history.Customers)
        {
            foreach (var item in customer.Items)
            {
                (buyers[item] ??= []).Add(customer.Index);
            }
        }

        var result = new (int, float)[history.Products.Count][];
        var common = new int[history.Products.Count];
        for (var item = 0; item < result.Length; item++)
        {
            var touched = new List<int>();
            foreach (var buyer in buyers[item] ?? [])
            {
                foreach (var other in history.Customers[buyer].Items)
                {
                    if (other != item && common[other]++ == 0)
                    {
                        touched.Add(other);
                    }
                }
            }

            touched.Sort();
            result[item] = [.. touched.Select(other => (other, weigh(common[other], history.Buyers[item], history.Buyers[other])))];
            touched.ForEach(other => common[other] = 0);
        }

        return result;
    }
}
