namespace FashionRecs.Vision.Backbones.Residual;

/// <summary>
/// How a residual block is built (He et al., "Deep Residual Learning for Image Recognition", 2016, figure 5), with torchvision's layer
/// names.
/// </summary>
public sealed class BlockKind
{
    private readonly Func<int, int, int, ConvolutionPlan[]> body;

    private BlockKind(int expansion, Func<int, int, int, ConvolutionPlan[]> body) => (Expansion, this.body) = (expansion, body);

    /// <summary>Two convolutions of 3×3.</summary>
    public static BlockKind Basic { get; } = new(1, (inputs, channels, stride) =>
    [
        new ConvolutionPlan("conv1", "bn1", inputs, channels, Kernel: 3, stride),
        new ConvolutionPlan("conv2", "bn2", channels, channels, Kernel: 3, Stride: 1),
    ]);

    /// <summary>
    /// 1×1 down to a quarter of the channels, 3×3, and 1×1 up again. The stride is on the 3×3, as in torchvision, where it costs less
    /// accuracy.
    /// </summary>
    public static BlockKind Bottleneck { get; } = new(4, (inputs, channels, stride) =>
    [
        new ConvolutionPlan("conv1", "bn1", inputs, channels, Kernel: 1, Stride: 1),
        new ConvolutionPlan("conv2", "bn2", channels, channels, Kernel: 3, stride),
        new ConvolutionPlan("conv3", "bn3", channels, channels * 4, Kernel: 1, Stride: 1),
    ]);

    /// <summary>Channels that leave a block ÷ channels of its stage.</summary>
    public int Expansion { get; }

    /// <summary>Plans a block.</summary>
    /// <param name="name">Its name in the weights file.</param>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="channels">Channels of the stage.</param>
    /// <param name="stride">Stride of the block.</param>
    public BlockPlan Plan(string name, int inputs, int channels, int stride)
    {
        var outputs = channels * Expansion;
        var shortcut = new ConvolutionPlan("downsample.0", "downsample.1", inputs, outputs, Kernel: 1, stride);
        return new BlockPlan(name, body(inputs, channels, stride), stride == 1 && inputs == outputs ? null : shortcut);
    }
}
