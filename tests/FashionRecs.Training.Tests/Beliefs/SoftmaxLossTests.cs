using FashionRecs.Training.Beliefs;

namespace FashionRecs.Training.Tests.Beliefs;

public class SoftmaxLossTests
{
    private const int Classes = 3;
    private const int Features = 4;

    [Fact]
    public void Compute_Gradient_IsTheSlopeOfTheValue()
    {
        var (loss, start) = Make(penalty: 0.7);
        double[] at = [.. start.Select((number, i) => number + (0.3 * Math.Sin(i + 1)))];

        var gradient = loss.Compute(at).Gradient;

        const double Step = 1e-5;
        for (var i = 0; i < at.Length; i++)
        {
            double[] above = [.. at], below = [.. at];
            above[i] += Step;
            below[i] -= Step;
            Assert.Equal((loss.Compute(above).Value - loss.Compute(below).Value) / (2 * Step), gradient[i], 1e-5);
        }
    }

    [Fact]
    public void Fit_Loss_EndsWhereTheGradientIsZero()
    {
        var (loss, start) = Make(penalty: 0.7);

        var best = SoftmaxRegression.Fit(loss, start);

        Assert.All(loss.Compute(best).Gradient, slope => Assert.Equal(0, slope, 1e-3));
        Assert.True(loss.Compute(best).Value < loss.Compute(start).Value);
    }

    [Fact]
    public void Fit_HugePenalty_StaysAtTheStart()
    {
        var (loss, start) = Make(penalty: 1e9);

        Assert.All(SoftmaxRegression.Fit(loss, start).Zip(start), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void Probabilities_LargeScores_SumToOne()
    {
        var scores = new double[2];

        SoftmaxLoss.Probabilities([900, 0, -900, 0], [1, 1], scores);

        Assert.Equal([1.0, 0.0], scores);
    }

    private static (SoftmaxLoss Loss, double[] Start) Make(double penalty)
    {
        var random = new Random(1);
        double[][] inputs =
            [.. Enumerable.Range(0, 40)
            .Select(_ => Enumerable.Range(0, Features - 1).Select(_ => (4 * random.NextDouble()) - 2).Append(1).ToArray())];
        int[] classes = [.. inputs.Select(input => input[0] > 0 ? 0 : input[1] > 0 ? 1 : random.Next(Classes))];
        double[] weights = [.. inputs.Select((_, i) => i % 2 == 0 ? 1 : 0.2)];
        double[] start = [.. Enumerable.Range(0, Classes * Features).Select(i => i % (Features + 1) == 0 ? 0.7 : 0)];
        return (new SoftmaxLoss(inputs, classes, weights, start, [penalty, penalty, penalty, penalty / 2]), start);
    }
}
