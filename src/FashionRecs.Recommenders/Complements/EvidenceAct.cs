using FashionRecs.Domain.Preferences;

namespace FashionRecs.Recommenders.Complements;

/// <summary>Something a shopper did to a product, from which it is learned how much each kind of evidence counts for them.</summary>
/// <param name="Signal">What they did.</param>
/// <param name="Product">Id of the product.</param>
/// <param name="Position">Zero-based position in its list, or null.</param>
public sealed record EvidenceAct(PreferenceSignal Signal, string Product, int? Position = null);
