using FashionRecs.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Tests.Optimization;

public class AdamWTests
{
    private const double Rate = 0.05;

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Step_SeveralGradients_MovesByTheFormula(double decay)
    {
        using var scope = NewDisposeScope();
        using var parameter = new TorchSharp.Modules.Parameter(tensor([1.0, -2.0, 0.5]));
        using var adam = new AdamW([parameter], decay);
        double[] expected = [1.0, -2.0, 0.5], first = new double[3], second = new double[3];
        for (var step = 1; step <= 6; step++)
        {
            (parameter * parameter * tensor([1.0, 3.0, 0.01])).sum().backward();
            adam.Step(Rate / step);
            for (var i = 0; i < 3; i++)
            {
                var gradient = 2 * expected[i] * new[] { 1.0, 3.0, 0.01 }[i];
                (first[i], second[i]) = ((0.9 * first[i]) + (0.1 * gradient), (0.999 * second[i]) + (0.001 * gradient * gradient));
                var (mean, square) = (first[i] / (1 - Math.Pow(0.9, step)), second[i] / (1 - Math.Pow(0.999, step)));
                expected[i] -= Rate / step * ((decay * expected[i]) + (mean / (Math.Sqrt(square) + 1e-8)));
            }
        }

        Assert.Equal(expected, parameter.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Step_ParameterWithoutGradient_StaysAndAnotherIsCleared()
    {
        using var scope = NewDisposeScope();
        using var used = new TorchSharp.Modules.Parameter(tensor([1f]));
        using var idle = new TorchSharp.Modules.Parameter(tensor([1f]));
        using var adam = new AdamW([used, idle], 0.1);

        used.square().sum().backward();
        adam.Step(Rate);

        Assert.Equal(1f, idle.data<float>()[0]);
        Assert.Equal(0f, used.grad!.data<float>()[0]);
        Assert.True(used.data<float>()[0] < 1f);
    }
}
