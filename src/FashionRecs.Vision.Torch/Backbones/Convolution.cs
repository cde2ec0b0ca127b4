using FashionRecs.Vision.Backbones;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// A bias-free square convolution whose float32 master weight is cast to the precision of its input at every call, so that
/// gradients reach the master weight (Micikevicius et al., "Mixed Precision Training", 2018).
/// </summary>
internal sealed class Convolution : nn.Module<Tensor, Tensor>
{
#pragma warning disable IDE1006, SA1306 // TorchSharp takes a parameter's name in the state from the field's name.
    private readonly Parameter weight;
#pragma warning restore IDE1006, SA1306
    private readonly long[] strides;
    private readonly long[] paddings;

    public Convolution(ConvolutionPlan plan)
        : base(nameof(Convolution))
    {
        strides = [plan.Stride, plan.Stride];
        paddings = [plan.Kernel / 2, plan.Kernel / 2];
        weight = nn.Parameter(torch.empty(plan.Outputs, plan.Inputs, plan.Kernel, plan.Kernel));
        nn.init.kaiming_normal_(weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
        RegisterComponents();
    }

    /// <summary>(outputs, inputs, kernel, kernel), live.</summary>
    public Tensor Weight => weight;

    /// <summary>Step in both directions.</summary>
    public int Stride => (int)strides[0];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        // input (batch, inputs, H, W) → (batch, outputs, H/stride, W/stride)
        if (input.dtype == weight.dtype)
        {
            return nn.functional.conv2d(input, weight, strides: strides, padding: paddings);
        }

        using var cast = weight.to_type(input.dtype);
        return nn.functional.conv2d(input, cast, strides: strides, padding: paddings);
    }
}
