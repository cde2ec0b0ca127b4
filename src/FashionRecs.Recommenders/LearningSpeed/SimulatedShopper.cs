using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>
/// A shopper whose weights are known: opens a product when they look at its place (position-based model of Craswell et al. 2008)
/// and it appeals, with the chance of a logistic model over the product's values.
/// </summary>
/// <param name="weights">True weight per value; (values).</param>
/// <param name="plan">How often things are opened and looked at.</param>
public sealed class SimulatedShopper(double[] weights, LearningSpeedPlan plan)
{
    private readonly double[] weights = weights;

    /// <summary>Draws a shopper: a few values liked and disliked among those that the products show, the rest of no interest.</summary>
    /// <param name="shown">Values that occur in the catalog.</param>
    public static SimulatedShopper Draw(AttributeVocabulary vocabulary, IReadOnlyList<AttributeValue> shown, LearningSpeedPlan plan,
        Random random)
    {
        var weights = new double[vocabulary.Values.Count];
        var order = shown.ToArray();
        random.Shuffle(order);
        foreach (var value in order.Take(plan.Liked))
        {
            weights[value.Index] = plan.Strength * (0.5 + random.NextDouble());
        }

        foreach (var value in order.Skip(plan.Liked).Take(plan.Disliked))
        {
            weights[value.Index] = -plan.Strength * (0.5 + random.NextDouble());
        }

        return new SimulatedShopper(weights, plan);
    }

    /// <summary>True weight per value; (values).</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Chance in (0, 1) that the shopper opens a product they look at.</summary>
    public double Appeal(ItemVector item)
    {
        var margin = Math.Log(plan.OpenRate / (1 - plan.OpenRate));
        for (var value = 0; value < weights.Length; value++)
        {
            margin += weights[value] * item[value];
        }

        return 1 / (1 + Math.Exp(-margin));
    }

    /// <summary>Chance in (0, 1) that the shopper opens a product at a zero-based position.</summary>
    public double Chance(ItemVector item, int position) =>
        PositionBias.ExaminationProbability(position, plan.PositionExponent) * Appeal(item);

    /// <summary>The value that truly speaks most for a product, as an index; −1 where none speaks for it.</summary>
    public int TrueReason(ItemVector item)
    {
        var best = (Value: -1, Share: 0.0);
        for (var value = 0; value < weights.Length; value++)
        {
            var share = weights[value] * item[value];
            best = share > best.Share ? (value, share) : best;
        }

        return best.Value;
    }
}
