using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Explanations.Views;

/// <summary>What a view is asked to explain. Immutable.</summary>
/// <param name="Item">The recommended product.</param>
/// <param name="Why">Why it is recommended.</param>
/// <param name="Place">Where the explanation will stand.</param>
public sealed record ExplanationSubject(CatalogItem Item, Explanation Why, ExplanationPlace Place = ExplanationPlace.Card)
{
    /// <summary>The explanation, under the same weights, of the product that the shopper last hid; null if none.</summary>
    public Explanation? Hidden { get; init; }

    /// <summary>Seed of what is drawn by chance: the same shopper sees the same again.</summary>
    public string Seed { get; init; } = "";

    /// <summary>The values of the picture good enough to be said, best first; a view shows them all unless it says otherwise.</summary>
    public IReadOnlyList<ExplainedReason> Reasons { get; } = [.. Why.Reasons.Select(ExplainedReason.From)];

    /// <summary>All that is good enough to be said, in the order of what it counts: other evidence, then the values.</summary>
    public IReadOnlyList<ExplainedReason> Said => field ??= [.. Why.Beside.Select(ExplainedReason.From), .. Reasons];
}
