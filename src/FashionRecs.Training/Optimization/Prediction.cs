using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>Runs a network over many labelled pictures.</summary>
public static class Prediction
{
    private const int Batch = 32;

    /// <summary>Uncalibrated outputs of pictures.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="pictures">What to read.</param>
    /// <param name="input">Input size.</param>
    /// <param name="logits">Return logits in place of probabilities.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>Per picture one number per value of the vocabulary: the sigmoid, in [0, 1], or the logit.</returns>
    public static Task<IReadOnlyList<float[]>> RunAsync(
        AttributeNetwork network, IReadOnlyList<LabelledPicture> pictures, InputSize input, bool logits = false,
        CancellationToken cancellation = default) =>
        ReadAsync(pictures, input, batch => logits ? network.forward(batch) : network.forward(batch).sigmoid(), cancellation: cancellation);

    /// <summary>What any reader says of pictures, undistorted and centred.</summary>
    /// <param name="pictures">What to read.</param>
    /// <param name="input">Input size.</param>
    /// <param name="read">Pictures (batch, 3, H, W), normalised → (batch, numbers), float32; runs without gradients.</param>
    /// <param name="progress">Told how many pictures have been read.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>A row of numbers per picture.</returns>
    internal static async Task<IReadOnlyList<float[]>> ReadAsync(
        IReadOnlyList<LabelledPicture> pictures, InputSize input, Func<Tensor, Tensor> read, Action<int>? progress = null,
        CancellationToken cancellation = default)
    {
        var rows = new List<float[]>(pictures.Count);
        await foreach (var batch in new BatchLoader([new TrainingSet(pictures)], input, Batch, seed: 0).Evaluate(cancellation))
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            var outputs = read(batch.Pictures(input.Height, input.Width));
            rows.AddRange(outputs.contiguous().data<float>().ToArray().Chunk((int)outputs.shape[1]));
            progress?.Invoke(rows.Count);
        }

        return rows;
    }
}
