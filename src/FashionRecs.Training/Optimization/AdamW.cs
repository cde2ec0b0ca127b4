using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// Adam with decoupled weight decay (Kingma and Ba, "Adam", 2015; Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019):
/// without decay it is Adam. TorchSharp's own makes numbers for native code that a garbage collection may free while they are read
/// (see <see cref="Scalars"/>); here each lives until its call is over.
/// </summary>
/// <param name="parameters">What is learned; their gradients are read at each step.</param>
/// <param name="weightDecay">Share of each parameter that is taken away per step and unit of the learning rate, from 0.</param>
internal sealed class AdamW(IEnumerable<Tensor> parameters, double weightDecay = 0) : IDisposable
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double Smallest = 1e-8;

    private readonly (Tensor Parameter, Tensor First, Tensor Second)[] state =
        [.. parameters.Select(parameter => (parameter, Zeros(parameter), Zeros(parameter)))];

    private int steps;

    /// <summary>Moves every parameter that has a gradient, and clears the gradient.</summary>
    /// <param name="rate">Learning rate of this step, above 0.</param>
    public void Step(double rate)
    {
        steps++;
        var (firstLeft, secondLeft) = (1 - Math.Pow(FirstDecay, steps), 1 - Math.Pow(SecondDecay, steps));
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using Scalar keep = 1 - (rate * weightDecay), firstKept = FirstDecay, firstNew = 1 - FirstDecay, secondKept = SecondDecay,
            secondNew = 1 - SecondDecay, unbiased = 1 / Math.Sqrt(secondLeft), smallest = Smallest, move = -rate / firstLeft;
        foreach (var (parameter, first, second) in state)
        {
            if (parameter.grad is not { } gradient)
            {
                continue;
            }

            if (weightDecay > 0)
            {
                parameter.mul_(keep);
            }

            first.mul_(firstKept).add_(gradient, firstNew);
            second.mul_(secondKept).addcmul_(gradient, gradient, secondNew);
            parameter.addcdiv_(first, second.sqrt().mul_(unbiased).add_(smallest), move);
            gradient.zero_();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, first, second) in state)
        {
            first.Dispose();
            second.Dispose();
        }
    }

    private static Tensor Zeros(Tensor parameter) => zeros_like(parameter).detach().DetachFromDisposeScope();
}
