using FashionRecs.Vision.Datasets;
using FashionRecs.Vision.Images;
using FashionRecs.Vision.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Training;

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
    public static async Task<IReadOnlyList<float[]>> RunAsync(
        AttributeNetwork network, IReadOnlyList<LabelledPicture> pictures, InputSize input, bool logits = false, CancellationToken cancellation = default)
    {
        var results = new List<float[]>(pictures.Count);
        var loader = new BatchLoader([new TrainingSet(pictures)], input, Batch, seed: 0);
        await foreach (var batch in loader.Evaluate(cancellation))
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            var outputs = network.forward(batch.Pictures(input.Height, input.Width));
            outputs = logits ? outputs : outputs.sigmoid();
            var values = outputs.data<float>().ToArray();
            results.AddRange(values.Chunk(network.Vocabulary.Values.Count));
        }

        return results;
    }
}
