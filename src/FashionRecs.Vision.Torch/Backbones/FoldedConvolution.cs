using FashionRecs.Vision.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// A convolution with the batch norm behind it folded in, for inference: w′ = w·γ/√(σ² + ε) and b′ = β − μ·γ/√(σ² + ε) (Jacob et al.,
/// "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference", 2018, section 3.2).
/// </summary>
public sealed class FoldedConvolution : IDisposable
{
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

    /// <summary>Folds a convolution and the batch norm behind it.</summary>
    internal static FoldedConvolution Fold(Convolution convolution, Normalization norm, Precision precision, Device device)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using Scalar epsilon = ConvolutionPlan.Epsilon; // see Scalars
        var scale = norm.Weight / norm.RunningVariance.add(epsilon, Scalars.One).sqrt();
        var weight = convolution.Weight * scale.reshape(-1, 1, 1, 1);
        var bias = norm.Bias.add(norm.RunningMean * scale, Scalars.MinusOne);
        return new FoldedConvolution(
            precision.Arrange(weight.to(device).permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2)).MoveToOuterDisposeScope(),
            bias.to_type(precision.ToScalarType()).to(device).MoveToOuterDisposeScope(),
            convolution.Stride);
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
