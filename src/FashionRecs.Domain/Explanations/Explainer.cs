using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Domain.Explanations;

/// <summary>Turns a score back into the shares it is the sum of, and those into words and regions. Safe to call from several threads.</summary>
public sealed class Explainer(ExplanationOptions options)
{
    /// <summary>Explains the score of a product under a shopper's weights.</summary>
    public Explanation Explain(CatalogItem item, ScoreWeights weights)
    {
        var shares = new List<Share>();
        foreach (var reading in item.Readings)
        {
            foreach (var value in reading.Attribute.VisibleValues)
            {
                var amount = item.Vector[value.Index];
                if (amount != 0 && weights[value.Index] != 0)
                {
                    var shown = value == reading.Top ? reading.Box : null;
                    shares.Add(new Share(
                        value, weights[value.Index], amount, reading.Probabilities[value.Position],
                        shown, shown is null ? 0 : reading.BoxShare, reading.Source));
                }
            }
        }

        shares.Sort((left, right) => Math.Abs(left.Contribution) != Math.Abs(right.Contribution)
            ? Math.Abs(right.Contribution).CompareTo(Math.Abs(left.Contribution))
            : left.Value.Index.CompareTo(right.Value.Index));
        return new Explanation(shares.Sum(share => share.Contribution), shares, Reasons(item, shares));
    }

    private Share[] Reasons(CatalogItem item, IReadOnlyList<Share> shares)
    {
        var sayable = shares.Where(share => IsSayable(share, item[share.Value.Attribute]!)).Take(options.MostReasons).ToArray();
        return [.. sayable.Where(share => share.Contribution >= options.SecondReasonFrom * sayable[0].Contribution)];
    }

    private bool IsSayable(Share share, AttributeReading reading) =>
        share.Contribution > 0
        && share.Value == reading.Top
        && reading.Visible >= options.LeastVisible
        && share.Probability >= options.LeastProbability
        && Margin(reading) >= options.LeastMargin
        && share.Box is not null
        && share.BoxShare >= options.LeastBoxShare;

    /// <summary>How much likelier the top value is than every other visible one.</summary>
    private static float Margin(AttributeReading reading)
    {
        var top = reading.Probabilities[reading.Top.Position];
        return reading.Attribute.VisibleValues.Min(value => value == reading.Top ? top : top - reading.Probabilities[value.Position]);
    }
}
