using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Onnx;
using FashionRecs.Vision.Quantization;
using Microsoft.ML.OnnxRuntime;

namespace FashionRecs.Vision.Engines;

/// <summary>
/// Runs a network with ONNX Runtime on the processor, in float32 or, with ranges, in int8. A call uses one thread: many pictures are shared
/// among callers.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="regions">The head for regions; null for none.</param>
/// <param name="input">Size of the pictures.</param>
/// <param name="ranges">Ranges of the activations; null for float32.</param>
internal sealed class OnnxEngine(
    PlainNetwork network, PlainRegionHead? regions, InputSize input, IReadOnlyDictionary<string, ActivationRange>? ranges)
    : INetworkEngine
{
    private readonly Lazy<OnnxSession> whole = new(() => new OnnxSession(NetworkGraph.Whole(network, regions, input, ranges), threads: 1));
    private readonly Lazy<OnnxSession> classifier = new(() => new OnnxSession(NetworkGraph.Classifier(network, input, ranges), threads: 1));

    /// <inheritdoc/>
    public string Name => "ONNX Runtime";

    /// <inheritdoc/>
    public string Precision => ranges is null ? "Float32" : "Int8";

    /// <inheritdoc/>
    public IReadOnlyList<float> Biases => network.HeadBiases;

    /// <inheritdoc/>
    public int Threads
    {
        get => 1;
        set { }
    }

    /// <inheritdoc/>
    public float[] Classify(Memory<float> pixels, int count) =>
        classifier.Value.Run(pixels[..(count * input.Height * input.Width * 3)], Shape(count), [NetworkGraph.Logits],
            outputs => Numbers(outputs[0]));

    /// <inheritdoc/>
    public NetworkOutput Run(Memory<float> pixels, int count, bool keepFeatures)
    {
        string[] outputs =
        [
            NetworkGraph.Logits, NetworkGraph.Maps, .. keepFeatures ? [NetworkGraph.Features] : Array.Empty<string>(),
            .. regions is null ? Array.Empty<string>() : [NetworkGraph.Attention],
        ];
        return whole.Value.Run(pixels[..(count * input.Height * input.Width * 3)], Shape(count), outputs, values =>
        {
            var (maps, attention) = (Sizes(values[1]), regions is null ? [] : Sizes(values[^1]));
            return new NetworkOutput(
                (int)maps[2], (int)maps[3], Numbers(values[0]), Numbers(values[1]), keepFeatures ? Numbers(values[2]) : [],
                regions is null ? [] : Numbers(values[^1]), (int)attention.ElementAtOrDefault(2), (int)attention.ElementAtOrDefault(3));
        });
    }

    private long[] Shape(int count) => [count, input.Height, input.Width, 3];

    private static long[] Sizes(OrtValue value) => value.GetTensorTypeAndShape().Shape;

    private static float[] Numbers(OrtValue value) => value.GetTensorDataAsSpan<float>().ToArray();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var session in new[] { whole, classifier }.Where(session => session.IsValueCreated))
        {
            session.Value.Dispose();
        }
    }
}
