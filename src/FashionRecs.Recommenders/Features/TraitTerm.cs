using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "Its colour (type, section, neckline …) goes with yours": how much more often than by chance people buy two products with these
/// two traits, averaged over the customer's products, as a logarithm. The lift of traits a and b is <c>(n_ab + 20) / (e_ab + 20)</c>
/// for the pairs seen and expected, each customer's pairs weighing as much as their purchases.
/// </summary>
/// <param name="traits">Per product, its trait: 0 up.</param>
/// <param name="unknown">The trait that stands for not knowing it, which is evidence of nothing; −1 where there is none.</param>
public sealed class TraitTerm(string name, int[] traits, int unknown = -1) : ISupportingItemFeature
{
    private const double Shrinkage = 20;

    /// <summary>Customers with more purchases than this are resellers or stylists rather than a taste.</summary>
    private const int LargestBasket = 60;

    private readonly int count = traits.Max() + 1;
    private float[,] lift = new float[0, 0];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var pairs = new double[count, count];
        var margin = new double[count];
        foreach (var customer in history.Customers.Where(customer => customer.Items.Length is > 1 and <= LargestBasket))
        {
            foreach (var item in customer.Items)
            {
                margin[traits[item]]++;
                foreach (var other in customer.Items)
                {
                    pairs[traits[item], traits[other]] += item == other ? 0 : 1.0 / (customer.Items.Length - 1);
                }
            }
        }

        var total = Math.Max(1, margin.Sum());
        lift = new float[count, count];
        for (var from = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++)
            {
                lift[from, to] = (float)((pairs[from, to] + Shrinkage) / ((margin[from] * margin[to] / total) + Shrinkage));
            }
        }
    }

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product)
    {
        int[] known = [.. customer.Items.Where(item => traits[item] != unknown)];
        return known.Length == 0 || traits[product] == unknown ? 0 : MathF.Log(known.Average(item => lift[traits[item], traits[product]]));
    }

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        var perTrait = new float[count];
        int[] known = [.. customer.Items.Where(item => traits[item] != unknown)];
        for (var to = 0; to < count && known.Length > 0; to++)
        {
            foreach (var item in known)
            {
                perTrait[to] += lift[traits[item], to];
            }

            perTrait[to] = to == unknown ? 0 : MathF.Log(perTrait[to] / known.Length);
        }

        for (var item = 0; item < values.Length; item++)
        {
            values[item] = perTrait[traits[item]];
        }
    }

    /// <inheritdoc/>
    public int SupportingItem(CustomerHistory customer, int product) => traits[product] == unknown ? -1
        : SupportingItems.Strongest(customer, item => traits[item] == unknown ? 0 : lift[traits[item], traits[product]], above: 1);
}
