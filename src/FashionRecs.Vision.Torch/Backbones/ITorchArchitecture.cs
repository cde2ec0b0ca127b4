using FashionRecs.Vision.Backbones;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>A kind of backbone that is no residual network and brings its own form for torch.</summary>
public interface ITorchArchitecture : IArchitecture
{
    /// <summary>Makes a backbone with random weights.</summary>
    /// <param name="shape">Width and stride; its architecture is this one.</param>
    Backbone Create(NetworkShape shape);
}
