using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Preferences;

/// <summary>
/// Learns what to believe of a new shopper from what others bought: the mean and covariance of their weights, by expectation maximization
/// over shoppers (Dempster, Laird, Rubin 1977; for this model as in Jaakkola, Jordan: Bayesian parameter estimation via variational
/// methods, 2000). Each shopper's purchases are told from as many random products of the catalog by the learner itself, starting from the
/// current prior; the next prior has the mean of their weights, and the covariance of their means plus what is left unknown of each.
/// </summary>
public static class PopulationPrior
{
    /// <summary>A shopper's few purchases tell little, so that each round moves the prior by little.</summary>
    private const int Rounds = 20;

    private const int MostShoppers = 6000;

    /// <summary>Shoppers that the starting covariance counts for, so that values which hardly occur keep a sensible variance.</summary>
    private const double StartCount = 50;

    /// <summary>Fits the prior; the same baskets and seed give the same prior.</summary>
    /// <param name="baskets">Per shopper the products bought, as indexes; shoppers with one product tell nothing of how weights vary and
    /// only count for the mean.</param>
    /// <param name="items">Vector of every product.</param>
    /// <param name="start">What is believed before; values with variance 0 keep weight 0. Null for variance 1 of every value.</param>
    /// <exception cref="InvalidDataException">Nobody bought anything.</exception>
    public static PreferencePrior Fit(IReadOnlyList<int[]> baskets, IReadOnlyList<ItemVector> items, PreferencePrior? start = null,
        int seed = 1)
    {
        int[][] chosen = [.. baskets.Where(basket => basket.Length > 0)];
        if (chosen.Length == 0)
        {
            throw new InvalidDataException("There is no basket to learn a prior from.");
        }

        new Random(seed).Shuffle(chosen);
        chosen = chosen[..Math.Min(MostShoppers, chosen.Length)];
        var size = items[0].Length;
        start ??= PreferencePrior.Independent(new double[size], [.. Enumerable.Repeat(1.0, size)]);
        var prior = start;
        for (var round = 0; round < Rounds; round++)
        {
            prior = Step(chosen, items, start, prior, seed);
        }

        return prior;
    }

    private static PreferencePrior Step(int[][] baskets, IReadOnlyList<ItemVector> items, PreferencePrior start, PreferencePrior prior,
        int seed)
    {
        var learner = new PreferenceLearner(prior, new PreferenceOptions());
        var states = new PreferenceState[baskets.Length];
        Parallel.For(0, baskets.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, index =>
        {
            var random = new Random(seed + index);
            states[index] = learner.Replay(baskets[index].SelectMany(item => new[]
            {
                new PreferenceEvent(PreferenceSignal.Like, items[item]),
                new PreferenceEvent(PreferenceSignal.Dislike, items[random.Next(items.Count)]),
            }));
        });

        var size = prior.Mean.Length;
        var mean = new double[size];
        foreach (var state in states)
        {
            for (var value = 0; value < size; value++)
            {
                mean[value] += state.Mean[value] / states.Length;
            }
        }

        var covariance = new double[PackedSymmetric.Length(size)];
        for (var at = 0; at < covariance.Length; at++)
        {
            covariance[at] = start.Covariance[at] * StartCount / (states.Length + StartCount);
        }

        foreach (var state in states)
        {
            var deviation = new double[size];
            for (var value = 0; value < size; value++)
            {
                deviation[value] = state.Mean[value] - mean[value];
            }

            PackedSymmetric.AddOuter(covariance, 1 / (states.Length + StartCount), deviation);
            for (var at = 0; at < covariance.Length; at++)
            {
                covariance[at] += state.Covariance[at] / (states.Length + StartCount);
            }
        }

        return new PreferencePrior(mean, covariance);
    }
}
