using System.Numerics.Tensors;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using MathNet.Numerics.Distributions;

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
    private readonly Func<int, int, EvidenceReason?> words;

    /// <param name="items">The catalog.</param>
    /// <param name="hundredths">What each term adds, (terms, items).</param>
    /// <param name="weights">What the terms count for the shopper.</param>
    /// <param name="words">What can be said of a term and a product, by their numbers; null where nothing can.</param>
    internal ShopperEvidence(
        IReadOnlyList<CatalogItem> items, int[][] hundredths, IReadOnlyList<EvidenceWeight> weights, Func<int, int, EvidenceReason?> words)
    {
        (this.items, this.hundredths, Weights, this.words) = (items, hundredths, weights, words);
        Totals = Array.ConvertAll(Sum(hundredths, items.Count), sum => sum / 100f);
    }

    /// <summary>The catalog that the numbers are about.</summary>
    public IReadOnlyList<CatalogItem> Items => items;

    /// <summary>What all of it adds to each product's score, (items).</summary>
    public float[] Totals { get; }

    /// <summary>What its terms count for the shopper.</summary>
    public IReadOnlyList<EvidenceWeight> Weights { get; }

    /// <summary>What it would add if the shopper's weights were others that they may well be, drawn by chance; (items).</summary>
    public float[] Draw(Random random)
    {
        var drawn = new float[items.Count];
        var added = new float[items.Count];
        for (var term = 0; term < Weights.Count; term++)
        {
            var weight = Weights[term].Mean;
            var other = Math.Max(0, Normal.Sample(random, weight, Weights[term].Deviation));
            if (weight > 0 && other > 0)
            {
                TensorPrimitives.ConvertTruncating<int, float>(hundredths[term], added);
                TensorPrimitives.MultiplyAdd(added, (float)(other / weight / 100), drawn, drawn);
            }
        }

        return drawn;
    }

    /// <summary>What it is made of for one product: one contribution per kind that is not 0.</summary>
    /// <param name="item">The product's place in <see cref="Items"/>.</param>
    public IReadOnlyList<EvidenceContribution> Of(int item) =>
        [.. Enumerable.Range(0, Weights.Count).Where(term => hundredths[term][item] != 0)
            .GroupBy(term => EvidenceKinds.Of(Weights[term].Term))
            .Select(kind => Contribution(kind.Key, [.. kind.OrderByDescending(term => Math.Abs(hundredths[term][item]))], item))
            .OrderByDescending(contribution => Math.Abs(contribution.Hundredths))];

    private static int[] Sum(int[][] terms, int items)
    {
        var sums = new int[items];
        foreach (var term in terms)
        {
            TensorPrimitives.Add<int>(sums, term, sums);
        }

        return sums;
    }

    private EvidenceContribution Contribution((string Kind, string Label) kind, int[] parts, int item) => new(
        kind.Kind, kind.Label, [.. parts.Select(term => new EvidencePart(Weights[term].Term, Weights[term].Label, hundredths[term][item]))])
        {
            Reason = parts.Where(term => hundredths[term][item] > 0).Select(term => words(term, item))
                .FirstOrDefault(reason => reason is not null),
        };
}
