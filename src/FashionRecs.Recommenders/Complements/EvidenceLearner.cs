using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// Learns how much each kind of evidence counts for one shopper, from the same acts and by the same rule (<see cref="LogisticFilter"/>) as
/// the weights of values. It starts from what counts for everybody. Of a product that was chosen or turned down, each term of the evidence
/// is compared with what it says of the average product; who takes what few take gets less popularity. No randomness and no clock: the same
/// acts in the same order give the same weights, and undoing one is learning without it. Safe to call from several threads.
/// </summary>
/// <param name="acts">What acts count for.</param>
/// <param name="deviation">Standard deviation over shoppers of what a term adds between two products that differ by one standard deviation
/// of its evidence, at least 0. At 0 nothing is learned.</param>
public sealed class EvidenceLearner(PreferenceOptions acts, double deviation)
{
    /// <summary>Acts that count, the latest.</summary>
    public const int Most = 100;

    /// <summary>Evidence that differs by less between products is the same for all of them, but for rounding.</summary>
    private const double LeastSpread = 0.001;

    /// <summary>What is believed of a shopper.</summary>
    /// <param name="terms">The terms, fitted.</param>
    /// <param name="weights">What they count for everybody, each at least 0; (terms).</param>
    /// <param name="values">What they say to the shopper.</param>
    /// <param name="done">What the shopper did, oldest first, each with the product's index.</param>
    /// <returns>Mean and standard deviation of each weight; (terms).</returns>
    internal (double[] Mean, double[] Deviation) Learn(
        IReadOnlyList<IShareTerm> terms, double[] weights, ShopperValues values, IEnumerable<(Observation Seen, int Product)> done)
    {
        var mean = (double[])weights.Clone();
        var variance = Array.ConvertAll(values.Spread, spread => spread > LeastSpread ? deviation * deviation / (spread * spread) : 0);
        var start = PreferencePrior.Independent(mean, variance);
        var covariance = start.Covariance.ToArray();
        foreach (var (seen, product) in deviation > 0 ? done : [])
        {
            // A choice is no evidence for itself.
            var others = values.Customer.Without(product);
            double[] inputs = [.. terms.Select((term, at) => term.Value(others, product) - values.Means[at])];
            LogisticFilter.Update(mean, covariance, inputs, seen);
        }

        return (mean, [.. PreferencePrior.Deviations(covariance, mean.Length)]);
    }

    /// <summary>What an act says, or null where it judges no product.</summary>
    internal Observation? Judgement(EvidenceAct act) => acts.Judgement(act.Signal, act.Position);
}
