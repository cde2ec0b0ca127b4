using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// A <see cref="Backbone"/> made ready for inference. Nothing in it changes, so several threads may run it at the same time.
/// </summary>
public interface IFoldedBackbone : IDisposable
{
    /// <summary>
    /// Pictures (batch, 3, H, W), normalised, arranged for its precision → the last feature map (batch, features, rows, columns), in the
    /// precision's type.
    /// </summary>
    Tensor Forward(Tensor pictures);

    /// <summary>The same with the map of an eighth of the picture's size, which is computed on the way.</summary>
    BackboneFeatures ForwardFine(Tensor pictures);
}
