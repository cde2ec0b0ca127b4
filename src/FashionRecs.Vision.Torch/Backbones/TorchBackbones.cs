using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Backbones.Residual;
using FashionRecs.Vision.Torch.Backbones.Residual;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>Makes the backbones of weights files for torch.</summary>
public static class TorchBackbones
{
    /// <summary>Makes a backbone with random weights.</summary>
    /// <exception cref="InvalidDataException">
    /// The architecture is unknown, or the width is not made of whole <see cref="ChannelBlocks"/>; one sentence says what to do.
    /// </exception>
    public static Backbone Create(NetworkShape shape) => Architectures.Find(shape.Checked().Architecture) switch
    {
        ResidualArchitecture residual => new ResidualBackbone(shape, residual.Plan(shape.Width, shape.LastStride)),
        ITorchArchitecture own => own.Create(shape),
        var other => throw new InvalidDataException($"Networks of the kind '{other.Name}' cannot be run with torch."),
    };
}
