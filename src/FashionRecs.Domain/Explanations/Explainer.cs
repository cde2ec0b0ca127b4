using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Domain.Explanations;

/// <summary>
/// Turns a score back into the shares it is the sum of, and those into words and regions. Values that are said as one, a family, are one
/// share. Safe to call from several threads.
/// </summary>
public sealed class Explainer(ExplanationOptions options)
{
    /// <summary>When a share is good enough to be said.</summary>
    public ExplanationOptions Options => options;

    /// <summary>Explains the score of a product for a shopper.</summary>
    /// <param name="item">The product.</param>
    /// <param name="shopper">What is believed of their taste.</param>
    /// <param name="evidence">What else moves the product's score; nothing where it is left out.</param>
    public Explanation Explain(CatalogItem item, PreferenceState shopper, IReadOnlyList<EvidenceContribution>? evidence = null)
    {
        var shares = item.Readings.SelectMany(reading => Shares(item, reading, shopper)).ToList();
        shares.Sort((left, right) => Math.Abs(left.Contribution) != Math.Abs(right.Contribution)
            ? Math.Abs(right.Contribution).CompareTo(Math.Abs(left.Contribution))
            : left.Value.Index.CompareTo(right.Value.Index));
        var silent = Silent(shares, evidence ?? []);
        var (values, beside) = Said(item, silent.Contributions, shopper);
        return silent with { Reasons = values, Beside = beside };
    }

    /// <summary>Explains a score that is made of evidence alone, as of what goes with one product.</summary>
    /// <param name="item">The product.</param>
    /// <param name="evidence">All that the score is made of.</param>
    public Explanation Explain(CatalogItem item, IReadOnlyList<EvidenceContribution> evidence)
    {
        var silent = Silent([], evidence);
        return silent with { Beside = Said(item, silent.Contributions, null).Beside };
    }

    private static Explanation Silent(IReadOnlyList<Share> shares, IReadOnlyList<EvidenceContribution> evidence)
    {
        EvidenceContribution[] other = [.. evidence.Where(part => part.Hundredths != 0)
            .OrderByDescending(part => Math.Abs(part.Hundredths))];
        return new Explanation(shares.Sum(share => share.Contribution) + (other.Sum(part => part.Hundredths) / 100f), shares,
            []) { Evidence = other };
    }

    private static IEnumerable<Share> Shares(CatalogItem item, AttributeReading reading, PreferenceState shopper)
    {
        var family = reading.Statement?.Family;
        if (family is not null && Share(item, reading, family.Values, shopper) is { } whole)
        {
            yield return whole with { Family = family };
        }

        foreach (var value in reading.Attribute.VisibleValues.Where(value => family?.Values.Contains(value) != true))
        {
            if (Share(item, reading, [value], shopper) is { } share)
            {
                yield return share;
            }
        }
    }

    /// <summary>What values contribute together; null where none of them does.</summary>
    private static Share? Share(CatalogItem item, AttributeReading reading, IReadOnlyList<AttributeValue> values, PreferenceState shopper)
    {
        var counting = values.Where(value => item.Vector[value.Index] != 0 && shopper.Weights[value.Index] != 0).ToArray();
        if (counting.Length == 0)
        {
            return null;
        }

        var contribution = counting.Sum(value => shopper.Weights[value.Index] * item.Vector[value.Index]);
        var amount = counting.Sum(value => item.Vector[value.Index]);
        var region = reading.RegionOf(values);
        var positive = (float)shopper.ChancePositive([.. counting.Select(value => (value.Index, (double)item.Vector[value.Index]))]);
        return new Share(
            counting.MaxBy(value => item.Vector[value.Index])!, contribution / amount, amount,
            values.Sum(value => reading.Probabilities[value.Position]),
            region, reading.Source)
        {
            Contribution = contribution, Certainty = contribution >= 0 ? positive : 1 - positive,
        };
    }

    /// <summary>
    /// The largest positive contributions, in order, as long as each can be said: what follows one that is kept silent is not the reason.
    /// Of other evidence only what counts more than the first value is said, and no value where there is more of it than fits a sentence.
    /// </summary>
    /// <param name="item">The product.</param>
    /// <param name="contributions">All contributions, largest first.</param>
    /// <param name="shopper">What is believed of the shopper's taste; null where no value contributes.</param>
    private (Share[] Values, EvidenceContribution[] Beside) Said(CatalogItem item, IReadOnlyList<Contribution> contributions,
        PreferenceState? shopper)
    {
        var said = contributions.Where(part => part.Effect > 0)
            .TakeWhile(part => part is Share share ? shopper is not null && IsSayable(share, item[share.Value.Attribute]!, shopper)
                : part is EvidenceContribution { Reason: not null })
            .ToArray();
        EvidenceContribution[] beside = [.. said.TakeWhile(part => part is EvidenceContribution).Cast<EvidenceContribution>()];
        Share[] values = [.. said.OfType<Share>().Take(options.MostReasons)];
        return beside.Length > options.MostBeside
            ? ([], beside[..options.MostBeside])
            : ([.. values.Where(share => share.Contribution >= options.SecondReasonFrom * values[0].Contribution)], beside);
    }

    private bool IsSayable(Share share, AttributeReading reading, PreferenceState shopper) =>
        reading.Statement is { } statement
        && statement.Holds(share.Value) && statement.Family == share.Family
        && (reading.Source == TagSource.Text || share.Region?.Share >= options.LeastBoxShare)
        && share.Certainty >= options.LeastCertainty
        && IsLiked(share, shopper);

    /// <summary>
    /// Whether the liking that is named is sure by itself, as the shopper finds it on their own page: of a family it may be the one value
    /// liked that this product has, while the others are not.
    /// </summary>
    private bool IsLiked(Share share, PreferenceState shopper)
    {
        var (mean, deviation, evidence) = shopper.Liking([.. share.Values.Select(value => value.Index)]);
        return evidence >= options.LeastEvidence && mean > 0
            && (deviation == 0 || Normal.CDF(0, 1, mean / deviation) >= options.LeastCertainty);
    }
}
