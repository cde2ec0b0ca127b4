using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>What a backbone makes of pictures, in the precision's type. Owns its tensors.</summary>
/// <param name="Last">The last feature map, which the heads read: (batch, features, rows, columns).</param>
/// <param name="Fine">The last map of an eighth of the picture's size: (batch, fine features, H/8, W/8). It knows less, but where it is,
/// more exactly.</param>
public sealed record BackboneFeatures(Tensor Last, Tensor Fine) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Last.Dispose();
        Fine.Dispose();
    }
}
