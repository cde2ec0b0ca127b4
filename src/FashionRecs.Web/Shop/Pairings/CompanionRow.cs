using FashionRecs.Domain.Explanations;

namespace FashionRecs.Web.Shop.Pairings;

/// <summary>What the row beside a product may be called.</summary>
public static class CompanionRow
{
    /// <summary>
    /// Whether what shoppers chose speaks for anything in the row. Without it the row is likeness alone, and nothing says that its products
    /// go together.
    /// </summary>
    /// <param name="why">The sums that ranked its products.</param>
    public static bool IsChosenTogether(IEnumerable<Explanation> why) => why.Any(sum =>
        sum.Evidence.Any(part => part is { Kind: EvidenceContribution.OfOthers, Hundredths: > 0 }));
}
