using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>One readable piece of evidence for a product: what a share of the score is made of.</summary>
public interface IShareTerm
{
    /// <summary>The name of the share, for example "often bought with".</summary>
    string Name { get; }

    /// <summary>Learns from purchases, without randomness.</summary>
    void Fit(PurchaseHistory history);

    /// <summary>
    /// Writes the evidence for every product, one place each; every place is written and finite. Safe to call from several threads.
    /// </summary>
    void Values(CustomerHistory customer, Span<float> values);

    /// <summary>The evidence for one product, finite: what <see cref="Values"/> writes in its place, but for rounding.</summary>
    float Value(CustomerHistory customer, int product);
}
