using System.Numerics.Tensors;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;

namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// What the evidence beside the picture adds to the score of every product of a shop for one shopper, in hundredths and compared with the
/// shop's average product, so that only what speaks for a product more than for others is positive. Immutable and safe to share between
/// threads.
/// </summary>
public sealed class ShopperEvidence
{
    private readonly IReadOnlyList<CatalogItem> items;
    private readonly int[][] hundredths;
    private readonly string[] terms;
    private readonly string[] labels;
    private readonly Func<int, int, PairingReason?> words;

    /// <param name="items">The catalog.</param>
    /// <param name="hundredths">What each term adds, (terms, items).</param>
    /// <param name="terms">Names of the terms.</param>
    /// <param name="labels">The same in shoppers' words.</param>
    /// <param name="words">What can be said of a term and a product, by their numbers; null where nothing can.</param>
    internal ShopperEvidence(IReadOnlyList<CatalogItem> items, int[][] hundredths, string[] terms, string[] labels,
        Func<int, int, PairingReason?> words)
    {
        (this.items, this.hundredths, this.terms, this.labels, this.words) = (items, hundredths, terms, labels, words);
        Totals = Array.ConvertAll(Sum(hundredths, items.Count), sum => sum / 100f);
    }

    /// <summary>The catalog that the numbers are about.</summary>
    public IReadOnlyList<CatalogItem> Items => items;

    /// <summary>What all of it adds to each product's score, (items).</summary>
    public float[] Totals { get; }

    /// <summary>What it is made of for one product: one contribution per kind that is not 0.</summary>
    /// <param name="item">The product's place in <see cref="Items"/>.</param>
    public IReadOnlyList<EvidenceContribution> Of(int item) =>
        [.. Enumerable.Range(0, terms.Length).Where(term => hundredths[term][item] != 0).GroupBy(term => EvidenceKinds.Of(terms[term]))
            .Select(kind => Contribution(kind.Key, [.. kind.OrderByDescending(term => Math.Abs(hundredths[term][item]))], item))
            .OrderByDescending(contribution => Math.Abs(contribution.Hundredths))];

    /// <summary>The sum over the terms for each product, (items).</summary>
    /// <param name="terms">What each term adds, (terms, items).</param>
    /// <param name="items">Number of products.</param>
    internal static int[] Sum(int[][] terms, int items)
    {
        var sums = new int[items];
        foreach (var term in terms)
        {
            TensorPrimitives.Add<int>(sums, term, sums);
        }

        return sums;
    }

    private EvidenceContribution Contribution((string Kind, string Label) kind, int[] parts, int item)
    {
        var said = parts.Where(term => hundredths[term][item] > 0).Select(term => words(term, item))
            .FirstOrDefault(reason => reason is not null);
        return new EvidenceContribution(kind.Kind, kind.Label, [.. parts.Select(term => (labels[term], hundredths[term][item]))])
        {
            Said = said?.Words, Chosen = said?.Chosen,
        };
    }
}
