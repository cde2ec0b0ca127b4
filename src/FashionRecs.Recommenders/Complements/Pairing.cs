using FashionRecs.Domain.Catalog;

namespace FashionRecs.Recommenders.Complements;

/// <summary>A product that goes with what was chosen, and why. Immutable.</summary>
/// <param name="Item">The product.</param>
/// <param name="Shares">Every share that is not 0, largest first whether for or against.</param>
/// <param name="Reason">What is worth saying, or null where no share stands out.</param>
public sealed record Pairing(CatalogItem Item, IReadOnlyList<PairingShare> Shares, PairingReason? Reason)
{
    /// <summary>The score that ranked it, in hundredths: the sum of its shares.</summary>
    public int Hundredths => Shares.Sum(share => share.Hundredths);

    /// <summary>The score.</summary>
    public float Score => Hundredths / 100f;
}
