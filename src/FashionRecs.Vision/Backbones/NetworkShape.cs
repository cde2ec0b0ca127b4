namespace FashionRecs.Vision.Backbones;

/// <summary>The parts of the network's architecture that may differ between weights files.</summary>
/// <param name="Width">Channels after the first convolution, a multiple of 16: 64 in the published ResNets; tests use fewer.</param>
/// <param name="LastStride">Stride of the last stage: 2 in the published ResNets, 1 for maps twice as fine.</param>
/// <param name="Architecture">One of <see cref="Architectures.Names"/>.</param>
public sealed record NetworkShape(int Width = 64, int LastStride = 2, string Architecture = NetworkShape.DefaultArchitecture)
{
    /// <summary>The architecture of weights files that name none.</summary>
    public const string DefaultArchitecture = "resnet18";

    /// <summary>Channels of the last feature map.</summary>
    public int Features => Architectures.Find(Architecture).Features(Width);

    /// <summary>The shape itself where convolutions of it are computed right.</summary>
    /// <exception cref="InvalidDataException">The width is not made of whole <see cref="ChannelBlocks"/>; one sentence says what to do.
    /// </exception>
    public NetworkShape Checked() => this with { Width = ChannelBlocks.Checked(Width, "A network") };
}
