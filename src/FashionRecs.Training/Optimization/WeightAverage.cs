using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// An exponential moving average of a network's tensors; it starts quickly, as (1 + steps) ÷ (10 + steps) bounds its decay.
/// </summary>
internal sealed class WeightAverage(IReadOnlyDictionary<string, Tensor> live, double decay)
{
    /// <summary>The averaged tensors, by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors { get; } =
        live.ToDictionary(item => item.Key, item => item.Value.detach().clone().DetachFromDisposeScope(), StringComparer.Ordinal);

    /// <summary>Takes in the live tensors after a step.</summary>
    /// <param name="steps">Steps taken before.</param>
    public void Update(long steps)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using Scalar change = 1 - Math.Min(decay, (1.0 + steps) / (10 + steps)); // alive until the native side has read it, see Scalars
        foreach (var (name, average) in Tensors)
        {
            average.add_(live[name].add(average, Scalars.MinusOne), change); // a tensor that never moves stays as it is to the last bit
        }
    }
}
