using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>"It is new": 1 for a product nobody has bought yet, else 0.</summary>
public sealed class NewcomerTerm : IShareTerm
{
    private float[] values = [];

    /// <inheritdoc/>
    public string Name => "new";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => values = Array.ConvertAll(history.Buyers, buyers => buyers == 0 ? 1f : 0f);

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) => values[product];

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values) => this.values.CopyTo(values);
}
