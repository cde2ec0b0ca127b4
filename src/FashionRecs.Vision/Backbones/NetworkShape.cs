namespace FashionRecs.Vision.Backbones;

/// <summary>The parts of the network's architecture that may differ between weights files.</summary>
/// <param name="Width">Channels after the first convolution: 64 in the published ResNets; tests use fewer.</param>
/// <param name="LastStride">Stride of the last stage: 2 in the published ResNets, 1 for maps twice as fine.</param>
/// <param name="Architecture">One of <see cref="Architectures.Names"/>.</param>
public sealed record NetworkShape(int Width = 64, int LastStride = 2, string Architecture = NetworkShape.DefaultArchitecture)
{
    /// <summary>The architecture of weights files that name none.</summary>
    public const string DefaultArchitecture = "resnet18";

    /// <summary>Channels of the last feature map.</summary>
    public int Features => Architectures.Find(Architecture).Features(Width);

    /// <summary>
    /// Whether convolutions may run in bfloat16: only where every layer gives whole blocks of 16 channels. With others, training with
    /// oneDNN 3.7.1 damages memory on some processors (seen on an AMD EPYC with avx512_bf16: "corrupted size vs. prev_size" after a
    /// backward pass over 4 and 8 channels).
    /// </summary>
    public bool AllowsBFloat16 => Width % 16 == 0;

    /// <summary>The number format itself where a network of this shape may run in it.</summary>
    /// <exception cref="NotSupportedException">bfloat16, and <see cref="AllowsBFloat16"/> is false; one sentence says what to
    /// do.</exception>
    public Precision Checked(Precision precision) => precision != Precision.BFloat16 || AllowsBFloat16
        ? precision
        : throw new NotSupportedException(
            $"A network of width {Width} cannot run in bfloat16: take a width that is a multiple of 16, or float32.");
}
