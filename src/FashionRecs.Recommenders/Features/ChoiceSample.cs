using System.Numerics.Tensors;
using FashionRecs.Recommenders.Evaluation;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// Turns what a customer bought later into a choice among few candidates: the bought ones, the first ones under the weights to start from,
/// and a sample of the rest that stands for all of it. Ten thousand candidates would say little more at fifteen times the cost.
/// </summary>
public static class ChoiceSample
{
    private const int First = 250;
    private const int Rest = 450;

    /// <summary>Makes the choice.</summary>
    /// <param name="values">Per share, its value for each product; (shares, products).</param>
    /// <param name="start">Weight per share.</param>
    public static Choice Of(float[][] values, double[] start, EvaluationSplit split, EvaluationCase one, int[] tieOrder, int seed)
    {
        var candidates = (bool[])split.IsCandidate.Clone();
        foreach (var item in one.Past.Items)
        {
            candidates[item] = false;
        }

        var scores = new float[candidates.Length];
        for (var share = 0; share < values.Length; share++)
        {
            TensorPrimitives.MultiplyAdd(values[share], (float)start[share], scores, scores);
        }

        var bought = one.Added.ToHashSet();
        int[] first = [.. TopItems.Find(scores, candidates, tieOrder, First).Where(item => !bought.Contains(item))];
        var taken = first.Concat(one.Added).ToHashSet();
        int[] left = [.. Enumerable.Range(0, candidates.Length).Where(item => candidates[item] && !taken.Contains(item))];
        new Random(seed).Shuffle(left);
        var rest = left[..Math.Min(Rest, left.Length)];
        int[] items = [.. one.Added, .. first, .. rest];
        var offsets = new float[items.Length];
        Array.Fill(offsets, rest.Length == 0 ? 0 : MathF.Log((float)left.Length / rest.Length), items.Length - rest.Length, rest.Length);
        return new Choice(Array.ConvertAll(values, share => Array.ConvertAll(items, item => share[item])),
            [.. Enumerable.Range(0, one.Added.Length)], offsets);
    }
}
