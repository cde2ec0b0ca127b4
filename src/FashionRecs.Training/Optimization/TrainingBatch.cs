using FashionRecs.Training.Datasets;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>Pictures and their letters, in plain arrays so that batches can be made on other threads.</summary>
/// <param name="Count">Number of pictures.</param>
/// <param name="Pixels">Normalised pixels (count, H, W, 3).</param>
/// <param name="Letters">Letters per picture.</param>
/// <param name="Seed">Seed for what is drawn per batch.</param>
internal sealed record TrainingBatch(int Count, float[] Pixels, LabelLetter[][] Letters, int Seed)
{
    /// <summary>A teacher's probabilities per picture, or null where it has none.</summary>
    public float[]?[] Teacher { get; init; } = new float[Count][];

    /// <summary>Where pictures truly show attributes, as far as that is known.</summary>
    public IReadOnlyList<PlacedRegion> Regions { get; init; } = [];

    /// <summary>The pictures as (count, 3, H, W), channels last in memory, which convolutions prefer.</summary>
    public Tensor Pictures(int height, int width) => torch.tensor(Pixels, [Count, height, width, 3]).permute(0, 3, 1, 2);
}
