namespace FashionRecs.Experiments.Statistics.SmallSamples;

/// <summary>
/// Permutation test of the difference of two means (Pitman, JRSS Supplement 1937): were the arm of no effect, anybody's number could as
/// well have come from the other arm. Of few numbers all divisions are gone through, else some are drawn.
/// </summary>
public static class PermutationTest
{
    /// <summary>Up to as many divisions the test is exact.</summary>
    public const int MostExact = 20_000;

    /// <summary>Two-sided p-value; 1 where an arm is empty.</summary>
    public static double PValue(IReadOnlyList<double> control, IReadOnlyList<double> treatment)
    {
        double[] all = [.. control, .. treatment];
        if (control.Count == 0 || treatment.Count == 0)
        {
            return 1;
        }

        var (total, size) = (all.Sum(), all.Sum(Math.Abs));
        var observed = Distance(treatment.Sum()) - (1e-9 * size);
        if (Divisions(control.Count, treatment.Count) <= MostExact)
        {
            var (far, divisions) = (0, 0);
            Divide(0, treatment.Count, 0);
            return (double)far / divisions;

            void Divide(int from, int left, double sum)
            {
                if (left == 0)
                {
                    divisions++;
                    far += Distance(sum) >= observed ? 1 : 0;
                    return;
                }

                for (var at = from; at <= all.Length - left; at++)
                {
                    Divide(at + 1, left - 1, sum + all[at]);
                }
            }
        }

        var (random, beyond) = (new LehmerRandom(1), 0);
        for (var draw = 0; draw < SignFlipTest.Draws; draw++)
        {
            var sum = 0.0;
            for (var at = 0; at < treatment.Count; at++)
            {
                var other = at + random.Next(all.Length - at);
                (all[at], all[other]) = (all[other], all[at]);
                sum += all[at];
            }

            beyond += Distance(sum) >= observed ? 1 : 0;
        }

        return (beyond + 1.0) / (SignFlipTest.Draws + 1);

        // Of the sum in the treatment from what it is on the mean, which grows with the difference of means.
        double Distance(double sum) => Math.Abs(sum - (total * treatment.Count / all.Length));
    }

    /// <summary>Whether all divisions of arms of these sizes are gone through.</summary>
    public static bool IsExact(int control, int treatment) => Divisions(control, treatment) <= MostExact;

    /// <summary>The smallest p-value that arms of these sizes can have.</summary>
    public static double Smallest(int control, int treatment) => control == 0 || treatment == 0 ? 1
        : Divisions(control, treatment) is var divisions && divisions > MostExact ? 1.0 / (SignFlipTest.Draws + 1)
        : Math.Min(1, (control == treatment ? 2 : 1) / divisions);

    private static double Divisions(int control, int treatment) =>
        Enumerable.Range(1, treatment).Aggregate(1.0, (product, at) => Math.Min(1e300, product * (control + at) / at));
}
