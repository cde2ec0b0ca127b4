using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Bootstrap sampling of (customer, bought product, product not bought), from Rendle et al., "BPR: Bayesian Personalized Ranking from
/// Implicit Feedback" (2009).
/// </summary>
internal static class PurchaseTriples
{
    /// <summary>
    /// Draws as many triples as an epoch has purchases, for each epoch; those whose other product was bought are left out.
    /// </summary>
    /// <param name="history">The purchases.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="random">Decides the draw.</param>
    /// <param name="step">Told customer, bought and other product, by index.</param>
    public static void Draw(PurchaseHistory history, int epochs, Random random, Action<int, int, int> step)
    {
        var pairs = history.Customers.SelectMany(customer => customer.Items.Select(item => (customer.Index, Item: item))).ToArray();
        int[] sold = [.. Enumerable.Range(0, history.Products.Count).Where(item => history.Buyers[item] > 0)];
        var owned = history.Customers.Select(customer => customer.Items.ToHashSet()).ToArray();
        for (var number = 0L; number < (long)epochs * pairs.Length; number++)
        {
            var (customer, bought) = pairs[random.Next(pairs.Length)];
            var other = sold[random.Next(sold.Length)];
            if (!owned[customer].Contains(other))
            {
                step(customer, bought, other);
            }
        }
    }
}
