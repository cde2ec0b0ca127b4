using FashionRecs.Vision.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// An <see cref="AttributeNetwork"/> made ready for inference: batch norm folded into convolutions, weights cast once, no gradients.
/// Nothing in it changes, so several threads may run it at the same time.
/// </summary>
public sealed class FoldedNetwork : IDisposable
{
    /// <summary>Copies a network's weights.</summary>
    public FoldedNetwork(AttributeNetwork network, Precision precision, Device device)
    {
        Precision = precision;
        Backbone = network.FoldBackbone(precision, device);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        HeadWeights = network.HeadWeights().detach().to(device).clone().MoveToOuterDisposeScope();
        HeadBiases = network.HeadBiases().detach().to(device).clone().MoveToOuterDisposeScope();
    }

    /// <summary>The number format of convolutions.</summary>
    public Precision Precision { get; }

    /// <summary>Pictures to features.</summary>
    public IFoldedBackbone Backbone { get; }

    /// <summary>(values, features), float32.</summary>
    public Tensor HeadWeights { get; }

    /// <summary>(values), float32.</summary>
    public Tensor HeadBiases { get; }

    /// <summary>
    /// Pictures (batch, 3, H, W), normalised, fastest with channels last in memory → the last feature map (batch, features, rows, columns),
    /// in the precision's type.
    /// </summary>
    public Tensor Features(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return Backbone.Forward(Precision.Arrange(pictures)).MoveToOuterDisposeScope();
    }

    /// <summary>The same with the map of an eighth of the picture's size.</summary>
    public BackboneFeatures FineFeatures(Tensor pictures)
    {
        using var noGrad = no_grad();
        using var arranged = Precision.Arrange(pictures);
        return Backbone.ForwardFine(arranged);
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
        Backbone.Dispose();
        HeadWeights.Dispose();
        HeadBiases.Dispose();
    }
}
