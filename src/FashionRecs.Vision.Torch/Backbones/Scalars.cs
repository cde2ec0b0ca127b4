using TorchSharp;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>
/// Numbers handed to native code that stay alive. TorchSharp turns a plain number, also the one left out in <c>a.add_(b)</c>, into a new
/// <see cref="Scalar"/> and passes on its handle alone: a garbage collection at that moment frees it, and the native side reads freed
/// memory.
/// </summary>
internal static class Scalars
{
    /// <summary>1, for example the factor of what is added.</summary>
    public static readonly Scalar One = 1;

    /// <summary>-1, the factor of what is taken away.</summary>
    public static readonly Scalar MinusOne = -1;
}
