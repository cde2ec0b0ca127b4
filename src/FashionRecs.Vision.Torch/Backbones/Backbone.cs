using FashionRecs.Vision.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// The part of a network that turns pictures into a feature map: <c>forward</c> takes pictures (batch, 3, H, W), normalised, and gives
/// (batch, features, rows, columns), both in the type the convolutions run in. Not thread-safe: one caller at a time.
/// </summary>
/// <param name="name">Name of the module.</param>
/// <param name="shape">Architecture, width and stride.</param>
public abstract class Backbone(string name, NetworkShape shape) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Architecture, width and stride.</summary>
    public NetworkShape Shape { get; } = shape;

    /// <summary>
    /// The modules from the picture to the features, each parameter in one of them, for learning rates that grow along the network.
    /// </summary>
    public abstract IReadOnlyList<NetworkStage> Stages { get; }

    /// <summary>A copy for inference with every batch norm in the convolution before it.</summary>
    /// <param name="precision">Number format of weights and activations.</param>
    /// <param name="device">Where it runs.</param>
    public abstract IFoldedBackbone Fold(Precision precision, Device device);
}
