using FashionRecs.Training.Beliefs.Joint;

namespace FashionRecs.Training.Tests.Beliefs.Joint;

public class PairwiseModelTests
{
    [Fact]
    public void Marginals_TwoVariables_AreThoseComputedByHand()
    {
        // Only the pair (0, 0) has a term, ln 4: the four combinations weigh 4, 1, 1, 1.
        var shape = new PairwiseShape([2, 2]);
        var terms = new double[shape.Count];
        terms[shape.At(0, 0, 1, 0)] = Math.Log(4);

        var alone = new PairwiseModel(shape, terms).Marginals([null, null]);
        var known = new PairwiseModel(shape, terms).Marginals([null, [1, 0]]);

        Assert.Equal(5.0 / 7, alone[0][0], 1e-12);
        Assert.Equal(4.0 / 5, known[0][0], 1e-12);
        Assert.Equal(1, known[1][0], 1e-12);
    }

    [Fact]
    public void Marginals_ManyVariables_AreThoseOfEveryCombination()
    {
        var random = new Random(1);
        int[] sizes = [4, 2, 5, 3];
        var shape = new PairwiseShape(sizes);
        double[] terms = [.. Enumerable.Range(0, shape.Count).Select(_ => LabelledCases.Normal(random))];
        double[][] evidence = [.. sizes.Select(size => Enumerable.Range(0, size).Select(_ => random.NextDouble()).ToArray())];
        var sums = sizes.Select(size => new double[size]).ToArray();
        foreach (var states in Combinations(sizes))
        {
            var score = 0.0;
            for (var i = 0; i < sizes.Length; i++)
            {
                score += terms[shape.At(i, states[i])] + Math.Log(evidence[i][states[i]]);
                for (var j = 0; j < i; j++)
                {
                    score += 0.5 * terms[shape.At(i, states[i], j, states[j])];
                }
            }

            foreach (var (i, state) in states.Index())
            {
                sums[i][state] += Math.Exp(score);
            }
        }

        var marginals = new PairwiseModel(shape, terms, strength: 0.5).Marginals(evidence);

        Assert.All(marginals.Zip(sums), pair => Assert.Equal(pair.Second.Select(sum => sum / pair.Second.Sum()), pair.First,
            (one, other) => Math.Abs(one - other) < 1e-10));
    }

    [Fact]
    public void Marginals_ContradictoryEvidence_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new PairwiseModel(new PairwiseShape([2, 2]), new double[8]).Marginals([[0, 0], null]));

    [Fact]
    public void Fit_EveryCombinationSeen_RecoversTheirFrequencies()
    {
        var shape = new PairwiseShape([2, 2]);
        LabelledCombination[] seen = [new([0, 0], 400), new([0, 1], 100), new([1, 0], 100), new([1, 1], 100), new([1, -1], 50)];

        var model = new PairwiseModel(shape, new PairwiseFit(shape, 0.01).Run(seen));

        Assert.Equal(0.8, model.Marginals([null, [1, 0]])[0][0], 0.01);
        Assert.Equal(0.5, model.Marginals([null, [0, 1]])[0][0], 0.03);
    }

    [Fact]
    public void Loss_Gradient_IsTheSlope()
    {
        var (shape, random) = (new PairwiseShape([2, 3, 2]), new Random(2));
        LabelledCombination[] seen = [new([0, 2, 1], 3), new([1, 0, -1], 2), new([1, 1, 0], 1)];
        var fit = new PairwiseFit(shape, 0.5);
        double[] terms = [.. Enumerable.Range(0, shape.Count).Select(_ => LabelledCases.Normal(random))];
        var gradient = fit.Loss(terms, seen).Gradient;

        for (var at = 0; at < terms.Length; at++)
        {
            double[] above = [.. terms], below = [.. terms];
            (above[at], below[at]) = (terms[at] + 1e-5, terms[at] - 1e-5);
            Assert.Equal((fit.Loss(above, seen).Value - fit.Loss(below, seen).Value) / 2e-5, gradient[at], 1e-5);
        }
    }

    [Fact]
    public void Count_EqualLabels_AreJoinedAndSingleOnesLeftOut()
    {
        var counted = LabelledCombination.Count([[1, 0], [1, 0], [0, 1], [-1, 1]]);

        Assert.Equal([1.0, 2.0], counted.Select(one => one.Weight));
    }

    private static IEnumerable<int[]> Combinations(int[] sizes) => sizes.Aggregate((IEnumerable<int[]>)[[]],
        (known, size) => known.SelectMany(states => Enumerable.Range(0, size).Select(state => (int[])[.. states, state])));
}
