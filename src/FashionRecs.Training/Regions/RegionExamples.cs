using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Regions;

/// <summary>Frozen features of pictures with their targets. Owns its tensors.</summary>
/// <param name="Last">(examples, features, rows, columns), float16.</param>
/// <param name="Fine">(examples, fine features, R, C), float16.</param>
/// <param name="Targets">(examples, attributes · 2, 2R, 2C), bytes of <see cref="RegionTargets"/>.</param>
internal sealed record RegionExamples(Tensor Last, Tensor Fine, Tensor Targets) : IDisposable
{
    /// <summary>How many there are.</summary>
    public int Count => (int)Last.shape[0];

    /// <inheritdoc/>
    public void Dispose()
    {
        Last.Dispose();
        Fine.Dispose();
        Targets.Dispose();
    }
}
