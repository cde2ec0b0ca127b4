using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Backbones;

/// <summary>
/// An <see cref="AttributeNetwork"/> made ready for inference: batch norm folded into convolutions, weights cast once, no gradients. Nothing in it
/// changes, so several threads may run it at the same time.
/// </summary>
public sealed class FoldedNetwork : IDisposable
{
    /// <summary>Copies a network's weights.</summary>
    /// <exception cref="NotSupportedException">The network's shape does not allow the precision.</exception>
    public FoldedNetwork(AttributeNetwork network, Precision precision, Device device)
    {
        var state = NetworkState.Of(network);
        Precision = network.Shape.Checked(precision);
        FoldedConvolution Fold(string convolution, string norm, int stride) => FoldedConvolution.Fold(state, convolution, norm, stride, precision, device);
        Stem = Fold("conv1", "bn1", 2);
        int[] stageStrides = [1, 2, 2, network.Shape.LastStride];
        Blocks =
        [
            .. from stage in Enumerable.Range(0, stageStrides.Length)
               from block in Enumerable.Range(0, 2)
               let name = $"layer{stage + 1}.{block}"
               let stride = block == 0 ? stageStrides[stage] : 1
               select new FoldedBlock(
                   Fold($"{name}.conv1", $"{name}.bn1", stride),
                   Fold($"{name}.conv2", $"{name}.bn2", 1),
                   state.ContainsKey($"{name}.downsample.0.weight") ? Fold($"{name}.downsample.0", $"{name}.downsample.1", stride) : null),
        ];
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        HeadWeights = network.HeadWeights().detach().to(device).clone().MoveToOuterDisposeScope();
        HeadBiases = network.HeadBiases().detach().to(device).clone().MoveToOuterDisposeScope();
    }

    /// <summary>The number format of convolutions.</summary>
    public Precision Precision { get; }

    /// <summary>The first convolution, followed by ReLU and max pooling 3×3 with stride 2.</summary>
    public FoldedConvolution Stem { get; }

    /// <summary>The residual blocks in order.</summary>
    public IReadOnlyList<FoldedBlock> Blocks { get; }

    /// <summary>(values, features), float32.</summary>
    public Tensor HeadWeights { get; }

    /// <summary>(values), float32.</summary>
    public Tensor HeadBiases { get; }

    /// <summary>Pictures (batch, 3, H, W), normalised, fastest with channels last in memory → the last feature map (batch, features, rows, columns), in the precision's type.</summary>
    public Tensor Features(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var wide = Stem.Forward(Precision.Arrange(pictures)).relu_();                                    // (batch, width, H/2, W/2)
        var features = nn.functional.max_pool2d(wide, kernel_size: 3, stride: 2, padding: 1);                  // (batch, width, H/4, W/4)
        foreach (var block in Blocks)
        {
            using var input = features; // freed at once, so that the allocator can reuse it for the next block
            features = block.Forward(input);
        }

        return features.MoveToOuterDisposeScope();
    }

    /// <summary>The last feature map → logits (batch, values), float32.</summary>
    public Tensor Classify(Tensor features)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return nn.functional.linear(AttributeNetwork.Pool(features), HeadWeights, HeadBiases).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stem.Dispose();
        foreach (var block in Blocks)
        {
            block.Dispose();
        }

        HeadWeights.Dispose();
        HeadBiases.Dispose();
    }
}
