using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>"Many buy it": log(1 + 2 · buyers), which is 0 for a product that nobody bought.</summary>
public sealed class PopularityTerm : IShareTerm
{
    private float[] values = [];

    /// <inheritdoc/>
    public string Name => "popularity";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => values = Array.ConvertAll(history.Buyers, buyers => MathF.Log(1 + (2f * buyers)));

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) => values[product];

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values) => this.values.CopyTo(values);
}
