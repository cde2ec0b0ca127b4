using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// Stochastic gradient descent with momentum and a learning rate per parameter. Its whole state is one tensor per parameter, so that a
/// checkpoint restores it bit by bit.
/// </summary>
internal sealed class MomentumSgd(IReadOnlyList<(string Name, Tensor Parameter)> parameters, IReadOnlyDictionary<string, double> rates,
    double momentum, double weightDecay)
{
    /// <summary>The velocity of each parameter, by its name.</summary>
    public IReadOnlyDictionary<string, Tensor> Velocities { get; } =
        parameters.ToDictionary(item => item.Name, item => zeros_like(item.Parameter).detach().DetachFromDisposeScope(),
            StringComparer.Ordinal);

    /// <summary>Moves every parameter against its gradient and clears the gradient.</summary>
    /// <param name="schedule">Factor of all learning rates at this step.</param>
    public void Step(double schedule)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using Scalar keep = momentum, decay = weightDecay; // alive until the native side has read them, see Scalars
        foreach (var (name, parameter) in parameters)
        {
            if (parameter.grad is not { } gradient)
            {
                continue;
            }

            var velocity = Velocities[name];
            using Scalar rate = -rates[name] * schedule;
            velocity.mul_(keep).add_(gradient, Scalars.One);
            if (parameter.dim() > 1)
            {
                velocity.add_(parameter, decay); // biases and norms are not decayed
            }

            parameter.add_(velocity, rate);
            gradient.zero_();
        }
    }
}
