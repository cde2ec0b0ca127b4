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
}
