using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Saliency;

/// <summary>
/// One map per value. With global average pooling and a linear head the gradient of a logit with respect to a feature is the head's weight
/// divided by the number of positions, everywhere; so Grad-CAM (Selvaraju et al. 2017), before its ReLU, is one matrix product for all
/// values and needs no backward pass (Zhou et al. 2016). The sum of a map over its positions is its logit minus its bias.
/// </summary>
public static class ActivationMaps
{
    /// <summary>Feature map (batch, features, rows, columns) → maps (batch, values, rows, columns), float32.</summary>
    public static Tensor Compute(AttributeNetwork network, Tensor features)
    {
        using var weights = network.HeadWeights();
        return Compute(weights, features);
    }

    /// <summary>
    /// Heads (values, features) and feature map (batch, features, rows, columns) → maps (batch, values, rows, columns), float32.
    /// </summary>
    public static Tensor Compute(Tensor headWeights, Tensor features)
    {
        using var scope = NewDisposeScope();
        var (rows, columns) = (features.shape[2], features.shape[3]);
        var flat = features.to_type(ScalarType.Float32).flatten(2);                          // (batch, features, rows·columns)
        using Scalar positions = rows * columns; // see Scalars
        var maps = matmul(headWeights, flat).div(positions);                                 // (batch, values, rows·columns)
        return maps.reshape(features.shape[0], -1, rows, columns).MoveToOuterDisposeScope();
    }
}
