using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Backbones;

/// <summary>
/// A convolution with the batch norm behind it folded in, for inference: w′ = w·γ/√(σ² + ε) and b′ = β − μ·γ/√(σ² + ε) (Jacob et al., "Quantization and
/// Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference", 2018, section 3.2).
/// </summary>
public sealed class FoldedConvolution : IDisposable
{
    /// <summary>Added to variances, as in torch's batch norm.</summary>
    private const double Epsilon = 1e-5;

    private readonly long[] strides;
    private readonly long[] paddings;

    private FoldedConvolution(Tensor weight, Tensor bias, int stride) =>
        (Weight, Bias, strides, paddings) = (weight, bias, [stride, stride], [weight.shape[2] / 2, weight.shape[2] / 2]);

    /// <summary>(outputs, inputs, kernel, kernel), in memory as <see cref="PrecisionTypes.Arrange"/> has pictures.</summary>
    public Tensor Weight { get; }

    /// <summary>(outputs).</summary>
    public Tensor Bias { get; }

    /// <summary>Step in both directions.</summary>
    public int Stride => (int)strides[0];

    /// <summary>Zeros around the input in both directions: half the kernel.</summary>
    public int Padding => (int)paddings[0];

    /// <summary>Folds the named layers of a network's state.</summary>
    internal static FoldedConvolution Fold(IReadOnlyDictionary<string, Tensor> state, string convolution, string norm, int stride, Precision precision, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var scale = state[$"{norm}.weight"] / (state[$"{norm}.running_var"] + Epsilon).sqrt();
        var weight = state[$"{convolution}.weight"] * scale.reshape(-1, 1, 1, 1);
        var bias = state[$"{norm}.bias"] - (state[$"{norm}.running_mean"] * scale);
        return new FoldedConvolution(
            precision.Arrange(weight.to(device).permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2)).MoveToOuterDisposeScope(),
            bias.to_type(precision.ToScalarType()).to(device).MoveToOuterDisposeScope(),
            stride);
    }

    /// <summary>(batch, inputs, H, W) → (batch, outputs, H/stride, W/stride).</summary>
    internal Tensor Forward(Tensor input) => nn.functional.conv2d(input, Weight, Bias, strides: strides, padding: paddings);

    /// <inheritdoc/>
    public void Dispose()
    {
        Weight.Dispose();
        Bias.Dispose();
    }
}
