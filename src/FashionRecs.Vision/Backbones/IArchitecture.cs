namespace FashionRecs.Vision.Backbones;

/// <summary>
/// A kind of backbone. One that implements this with a constructor without parameters is found by itself (<see cref="Architectures"/>), so
/// that adding one is adding a file.
/// </summary>
public interface IArchitecture
{
    /// <summary>What weights files and the command line call it, for example "resnet18".</summary>
    string Name { get; }

    /// <summary>Channels of the last feature map.</summary>
    /// <param name="width">Channels after the first convolution, at least 1.</param>
    int Features(int width);
}
