using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "People come back for it": how much more often than all purchases those of a customer's second and later days have this trait, as a
/// logarithm, both counts shrunk by twenty purchases.
/// </summary>
/// <param name="traits">Per product, its trait: 0 up.</param>
public sealed class ReturningTerm(string name, int[] traits) : IShareTerm
{
    private const double Shrinkage = 20;
    private float[] values = [];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var all = new double[traits.Max() + 1];
        var again = new double[all.Length];
        foreach (var customer in history.Customers)
        {
            var first = customer.Ages.Max();
            for (var place = 0; place < customer.Items.Length; place++)
            {
                var trait = traits[customer.Items[place]];
                all[trait]++;
                again[trait] += customer.Ages[place] < first ? 1 : 0;
            }
        }

        var share = again.Sum() / Math.Max(1, all.Sum());
        values = Array.ConvertAll(traits, trait => (float)Math.Log((again[trait] + Shrinkage) / ((all[trait] * share) + Shrinkage)));
    }

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) => values[product];

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values) => this.values.CopyTo(values);
}
