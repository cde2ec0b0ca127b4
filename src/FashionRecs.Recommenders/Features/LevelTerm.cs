using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "As dear (as popular, as new) as what you buy": how far the customer's products lie above what all customers buy, times how far the
/// product does; positive where both are high or both are low. The customer's level is drawn towards everybody's as if they had two average
/// products more.
/// </summary>
/// <param name="measure">Per product the number compared, for example the logarithm of its price; NaN where unknown, which counts as
/// average.</param>
public sealed class LevelTerm(string name, Func<PurchaseHistory, float[]> measure) : IShareTerm
{
    private const float Shrinkage = 2;
    private float[] aboveMean = [];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var numbers = measure(history);
        var bought = history.Customers.SelectMany(customer => customer.Items).Select(item => numbers[item]).Where(float.IsFinite).ToArray();
        // Where nobody bought anything, the average of what there is stands for it.
        var mean = (bought.Length > 0 ? bought : numbers.Where(float.IsFinite)).DefaultIfEmpty().Average();
        aboveMean = Array.ConvertAll(numbers, number => float.IsFinite(number) ? number - mean : 0);
    }

    /// <summary>Whether a product lies above what all customers buy.</summary>
    public bool IsAbove(int product) => aboveMean[product] > 0;

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) => aboveMean[product] * Level(customer);

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        System.Numerics.Tensors.TensorPrimitives.Multiply(aboveMean, Level(customer), values);
    }

    private float Level(CustomerHistory customer) => customer.Items.Sum(item => aboveMean[item]) / (customer.Items.Length + Shrinkage);
}
