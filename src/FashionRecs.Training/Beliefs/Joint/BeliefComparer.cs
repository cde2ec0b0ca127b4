using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>Compares two kinds of beliefs about the same labelled pictures. Pure.</summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="unseen">What passes for impossible.</param>
/// <param name="seed">Of the resampling.</param>
public sealed class BeliefComparer(AttributeVocabulary vocabulary, UnseenPairs unseen, int seed)
{
    private const int Resamples = 1000;

    private static readonly (string Name, Func<BeliefTally, double> Of)[] Measures =
    [
        ("top value y or m", tally => tally.Right), ("macro-F1", tally => tally.MacroF1), ("log loss", tally => tally.Loss),
        ("calibration error", tally => tally.CalibrationError),
    ];

    /// <summary>Compares; empty without a labelled attribute.</summary>
    /// <param name="cases">The labelled pictures.</param>
    /// <param name="before">Per picture its beliefs of the first kind.</param>
    /// <param name="after">Per picture those of the second kind, about the same attributes in the same order.</param>
    /// <param name="only">The attribute that counts; null for all.</param>
    public IReadOnlyList<BeliefComparison> Compare(IReadOnlyList<BeliefCase> cases, IReadOnlyList<IReadOnlyList<AttributeBelief>> before,
        IReadOnlyList<IReadOnlyList<AttributeBelief>> after, GarmentAttribute? only = null)
    {
        var pictures = Enumerable.Range(0, cases.Count).Select(picture => Judge(cases[picture], before[picture], after[picture], only))
            .Where(picture => picture.Length > 0).ToArray();
        if (pictures.Length == 0)
        {
            return [];
        }

        int[] once = [.. Enumerable.Repeat(1, pictures.Length)];
        var count = pictures.Sum(picture => picture.Length);
        var (first, second) = (Tally(pictures, once, both => both.Before), Tally(pictures, once, both => both.After));
        var random = new Random(seed);
        var draws = new double[Measures.Length][];
        Array.ForEach([.. Enumerable.Range(0, Measures.Length)], measure => draws[measure] = new double[Resamples]);
        for (var resample = 0; resample < Resamples; resample++)
        {
            var weights = new int[pictures.Length];
            for (var draw = 0; draw < weights.Length; draw++)
            {
                weights[random.Next(weights.Length)]++;
            }

            var (one, other) = (Tally(pictures, weights, both => both.Before), Tally(pictures, weights, both => both.After));
            for (var measure = 0; measure < Measures.Length; measure++)
            {
                draws[measure][resample] = Measures[measure].Of(other) - Measures[measure].Of(one);
            }
        }

        return [.. Measures.Select((measure, at) => new BeliefComparison(measure.Name, count, measure.Of(first), measure.Of(second),
            Interval(measure.Of(second) - measure.Of(first), draws[at]))),
            .. only is null ? [Combinations(before, after)] : Array.Empty<BeliefComparison>()];
    }

    private static (JudgedBelief Before, JudgedBelief After)[] Judge(BeliefCase one, IReadOnlyList<AttributeBelief> before,
        IReadOnlyList<AttributeBelief> after, GarmentAttribute? only) =>
        [.. before.Zip(after).Where(pair => only is null || pair.First.Attribute == only)
            .Select(pair => (Before: JudgedBelief.Of(pair.First, one.Letters), After: JudgedBelief.Of(pair.Second, one.Letters)))
            .Where(pair => pair.Before is not null)
            .Select(pair => (pair.Before!.Value, pair.After!.Value))];

    private BeliefComparison Combinations(IReadOnlyList<IReadOnlyList<AttributeBelief>> before,
        IReadOnlyList<IReadOnlyList<AttributeBelief>> after)
    {
        double[] one = [.. before.Select(beliefs => unseen.IsIn(beliefs) ? 1.0 : 0)];
        double[] other = [.. after.Select(beliefs => unseen.IsIn(beliefs) ? 1.0 : 0)];
        return new BeliefComparison("combination that labels never show", one.Length, one.Average(), other.Average(),
            BootstrapInterval.Of([.. other.Zip(one, (second, first) => second - first)], seed));
    }

    private BeliefTally Tally((JudgedBelief Before, JudgedBelief After)[][] pictures, int[] weights,
        Func<(JudgedBelief Before, JudgedBelief After), JudgedBelief> side)
    {
        var tally = new BeliefTally(vocabulary.Values.Count);
        for (var picture = 0; picture < pictures.Length; picture++)
        {
            if (weights[picture] > 0)
            {
                foreach (var both in pictures[picture])
                {
                    tally.Add(side(both), weights[picture]);
                }
            }
        }

        return tally;
    }

    private static BootstrapInterval Interval(double value, double[] draws)
    {
        Array.Sort(draws);
        return new BootstrapInterval(value, draws[(int)(0.025 * Resamples)], draws[(int)(0.975 * Resamples) - 1]);
    }
}
