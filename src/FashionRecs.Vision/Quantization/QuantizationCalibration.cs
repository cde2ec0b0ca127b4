using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Onnx;

namespace FashionRecs.Vision.Quantization;

/// <summary>Finds the ranges of a network's activations on pictures: those with the least squared error.</summary>
internal static class QuantizationCalibration
{
    private const int Batch = 8;

    /// <summary>Runs the network in float32 over the pictures, once for the extremes and once for the histograms.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">Size of its inputs.</param>
    /// <param name="pictures">Normalised numbers (H, W, 3) of each picture, at least one.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public static IReadOnlyDictionary<string, ActivationRange> Run(
        PlainNetwork network, InputSize input, IReadOnlyList<float[]> pictures, CancellationToken cancellation = default)
    {
        var (model, names) = NetworkGraph.Observed(network, input);
        using var session = new OnnxSession(model, Environment.ProcessorCount);
        var histograms = names.ToDictionary(name => name, _ => new ActivationHistogram(), StringComparer.Ordinal);
        Each((name, numbers) => histograms[name].Widen(numbers));
        Each((name, numbers) => histograms[name].Count(numbers));
        return new[] { KeyValuePair.Create(NetworkGraph.Pixels, Pixels()) }
            .Concat(names.Select(name => KeyValuePair.Create(name, histograms[name].Best())))
            .ToDictionary(StringComparer.Ordinal);

        void Each(NumbersSeen seen)
        {
            foreach (var batch in pictures.Chunk(Batch))
            {
                cancellation.ThrowIfCancellationRequested();
                session.Run(batch.SelectMany(picture => picture).ToArray(), [batch.Length, input.Height, input.Width, 3], names,
                    outputs =>
                    {
                        for (var at = 0; at < names.Count; at++)
                        {
                            seen(names[at], outputs[at].GetTensorDataAsSpan<float>());
                        }

                        return true;
                    });
            }
        }
    }

    /// <summary>From black to white; zero, the colour around the picture, is met exactly.</summary>
    private static ActivationRange Pixels() => ActivationRange.Between(
        Enumerable.Range(0, 3).Min(channel => PixelNormalization.Normalize(channel, byte.MinValue)),
        Enumerable.Range(0, 3).Max(channel => PixelNormalization.Normalize(channel, byte.MaxValue)));

    private delegate void NumbersSeen(string name, ReadOnlySpan<float> numbers);
}
