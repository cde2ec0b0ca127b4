namespace FashionRecs.Vision.Backbones;

/// <summary>The parts of the network's architecture that may differ between weights files.</summary>
/// <param name="Width">Channels after the first convolution: 64 in ResNet18; tests use fewer.</param>
/// <param name="LastStride">Stride of the last stage: 2 in ResNet18, 1 for maps twice as fine.</param>
public sealed record NetworkShape(int Width = 64, int LastStride = 2)
{
    /// <summary>Channels of the last feature map.</summary>
    public int Features => Width * 8;
}
