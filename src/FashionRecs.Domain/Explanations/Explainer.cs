using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Domain.Explanations;

/// <summary>
/// Turns a score back into the shares it is the sum of, and those into words and regions. Values that are said as one, a family, are one share. Safe to call from
/// several threads.
/// </summary>
public sealed class Explainer(ExplanationOptions options)
{
    /// <summary>Explains the score of a product for a shopper.</summary>
    public Explanation Explain(CatalogItem item, PreferenceState shopper)
    {
        var shares = item.Readings.SelectMany(reading => Shares(item, reading, shopper)).ToList();
        shares.Sort((left, right) => Math.Abs(left.Contribution) != Math.Abs(right.Contribution)
            ? Math.Abs(right.Contribution).CompareTo(Math.Abs(left.Contribution))
            : left.Value.Index.CompareTo(right.Value.Index));
        return new Explanation(shares.Sum(share => share.Contribution), shares, Reasons(item, shares, shopper));
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
            counting.MaxBy(value => item.Vector[value.Index])!, contribution / amount, amount, values.Sum(value => reading.Probabilities[value.Position]),
            region?.Box, region?.Share ?? 0, reading.Source)
        {
            Outline = region?.Outline, Contribution = contribution, Certainty = contribution >= 0 ? positive : 1 - positive,
        };
    }

    /// <summary>The largest positive shares, in order, as long as each can be said: what follows one that is kept silent is not the reason.</summary>
    private Share[] Reasons(CatalogItem item, IReadOnlyList<Share> shares, PreferenceState shopper)
    {
        var said = shares.Where(share => share.Contribution > 0).TakeWhile(share => IsSayable(share, item[share.Value.Attribute]!, shopper)).Take(options.MostReasons).ToArray();
        return [.. said.Where(share => share.Contribution >= options.SecondReasonFrom * said[0].Contribution)];
    }

    private bool IsSayable(Share share, AttributeReading reading, PreferenceState shopper) =>
        reading.Statement is { } statement
        && statement.Holds(share.Value) && statement.Family == share.Family
        && (reading.Source == TagSource.Text || (share.Box is not null && share.BoxShare >= options.LeastBoxShare))
        && share.Certainty >= options.LeastCertainty
        && Evidence(share, shopper) >= options.LeastEvidence;

    private static double Evidence(Share share, PreferenceState shopper)
    {
        var sum = 0.0;
        foreach (var value in share.Values)
        {
            sum += shopper.Evidence[value.Index];
        }

        return sum;
    }
}
