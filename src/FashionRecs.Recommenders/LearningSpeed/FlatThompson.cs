using MathNet.Numerics.Distributions;

namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>
/// Thompson sampling on a flat model: every product has an open rate of its own, unrelated to what it looks like, with a beta posterior
/// (Chapelle, Li: An empirical evaluation of Thompson sampling, NIPS 2011). It has no words to give a reason with.
/// </summary>
public sealed class FlatThompson(int items, double openRate, int seed) : IPagePolicy
{
    private const double PriorViews = 2;
    private readonly Random random = new(seed);
    private readonly double[] opened = [.. Enumerable.Repeat(PriorViews * openRate, items)];
    private readonly double[] passed = [.. Enumerable.Repeat(PriorViews * (1 - openRate), items)];

    /// <inheritdoc/>
    public int[] Page(int length)
    {
        var draws = opened.Select((yes, item) => Beta.Sample(random, yes, passed[item])).ToArray();
        return [.. Enumerable.Range(0, draws.Length).OrderByDescending(item => draws[item]).Take(length)];
    }

    /// <inheritdoc/>
    public void Learn(ReadOnlySpan<int> page, ReadOnlySpan<bool> opened)
    {
        for (var place = 0; place < page.Length; place++)
        {
            (opened[place] ? this.opened : passed)[page[place]]++;
        }
    }

    /// <inheritdoc/>
    public int Reason(int item) => -1;
}
