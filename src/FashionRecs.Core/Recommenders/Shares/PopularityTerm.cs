using FashionRecs.Core.Purchases;

namespace FashionRecs.Core.Recommenders.Shares;

/// <summary>"Many buy it": log(buyers + ½).</summary>
public sealed class PopularityTerm : IShareTerm
{
    private float[] values = [];

    /// <inheritdoc/>
    public string Name => "popularity";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => values = Array.ConvertAll(history.Buyers, buyers => MathF.Log(buyers + 0.5f));

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values) => this.values.CopyTo(values);
}
