using FashionRecs.Vision.Backbones;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// Batch norm over (batch, channels, H, W) (Ioffe and Szegedy 2015) with torchvision's names. TorchSharp's own module also counts batches,
/// with a number that may be freed before it is read (<see cref="Scalars"/>); nothing here needs the count, since the momentum is fixed.
/// </summary>
internal sealed class Normalization : nn.Module<Tensor, Tensor>
{
    private const double Momentum = 0.1;

#pragma warning disable IDE1006, SA1306 // TorchSharp takes names in the state from the fields' names.
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Tensor running_mean;
    private readonly Tensor running_var;
#pragma warning restore IDE1006, SA1306

    public Normalization(int channels)
        : base(nameof(Normalization))
    {
        weight = nn.Parameter(ones(channels));
        bias = nn.Parameter(zeros(channels));
        running_mean = zeros(channels);
        running_var = ones(channels);
        RegisterComponents();
    }

    /// <summary>γ (channels), live.</summary>
    public Tensor Weight => weight;

    /// <summary>β (channels), live.</summary>
    public Tensor Bias => bias;

    /// <summary>μ (channels), live.</summary>
    public Tensor RunningMean => running_mean;

    /// <summary>σ² (channels), live.</summary>
    public Tensor RunningVariance => running_var;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training, Momentum, ConvolutionPlan.Epsilon);
}
