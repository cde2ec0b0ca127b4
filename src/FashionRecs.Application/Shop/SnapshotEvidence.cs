using FashionRecs.Application.Complements;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Shop;

/// <summary>
/// What the evidence beside the picture says to one shopper, laid out for one catalog: the model may have been learned from a catalog that
/// has changed since. Worked out when first asked for. Safe to share between threads.
/// </summary>
/// <param name="ask">Finds what is said to somebody with some choices; null where nothing is known of them.</param>
/// <param name="catalog">The catalog of the page.</param>
/// <param name="shopper">The shopper.</param>
/// <param name="question">What they chose, as far as it counts; null for nothing.</param>
internal sealed class SnapshotEvidence(
    Func<PairingQuestion, ShopperEvidence?> ask, CatalogSnapshot catalog, ShopperProfile shopper, PairingQuestion? question)
{
    private readonly Lazy<(ShopperEvidence Evidence, float[] Totals, int[]? Places)?> worked = new(() => Work(ask, catalog, question));

    /// <summary>What it adds to the score of each product of the catalog, (items); null where nothing is known.</summary>
    public float[]? Totals => worked.Value?.Totals;

    /// <summary>What its terms count for the shopper; empty where nothing is known.</summary>
    public IReadOnlyList<EvidenceWeight> Weights => worked.Value?.Evidence.Weights ?? [];

    /// <summary>The same under other weights of the shopper that may well be, drawn by chance; null where nothing is known.</summary>
    public float[]? Draw(Random random) =>
        worked.Value is not var (evidence, _, places) ? null : places is null ? evidence.Draw(random) : Move(evidence.Draw(random), places);

    /// <summary>What it adds to the score of a product.</summary>
    public float TotalOf(CatalogItem item) => catalog.IndexOf(item.Product.Id) is >= 0 and var index ? Totals?[index] ?? 0 : 0;

    /// <summary>What it is made of for a product.</summary>
    public IReadOnlyList<EvidenceContribution> Of(CatalogItem item)
    {
        if (worked.Value is not var (evidence, _, places) || catalog.IndexOf(item.Product.Id) is not (>= 0 and var index))
        {
            return [];
        }

        var place = places is null ? index : places[index];
        return place < 0 ? [] : [.. evidence.Of(place).Select(part => part.Reason?.Chosen is { } chosen
            ? part with { Whereabouts = shopper.Bag.Contains(chosen.Product.Id) ? "in your bag" : "you like" }
            : part)];
    }

    /// <summary>The same without what was done to one product, as its own page has it.</summary>
    public SnapshotEvidence Without(CatalogItem item) =>
        question?.IsAbout(item.Product.Id) == true ? new(ask, catalog, shopper, question.Without(item.Product.Id)) : this;

    private static (ShopperEvidence Evidence, float[] Totals, int[]? Places)? Work(
        Func<PairingQuestion, ShopperEvidence?> ask, CatalogSnapshot catalog, PairingQuestion? question)
    {
        if (question is null || ask(question) is not { } evidence)
        {
            return null;
        }

        var known = evidence.Items;
        if (ReferenceEquals(known, catalog.Items))
        {
            return (evidence, evidence.Totals, null);
        }

        var moved = new int[catalog.Items.Count];
        Array.Fill(moved, -1);
        var inPlace = known.Count == moved.Length;
        for (var index = 0; index < known.Count; index++)
        {
            var place = catalog.IndexOf(known[index].Product.Id);
            inPlace &= place == index;
            if (place >= 0)
            {
                moved[place] = index;
            }
        }

        return inPlace ? (evidence, evidence.Totals, null) : (evidence, Move(evidence.Totals, moved), moved);
    }

    private static float[] Move(float[] totals, int[] places) => Array.ConvertAll(places, place => place < 0 ? 0 : totals[place]);
}
