using FashionRecs.Vision.Inference;

namespace FashionRecs.Vision.Engines;

/// <summary>Runs a network on batches of prepared pictures. Thread-safe.</summary>
internal interface INetworkEngine : IDisposable
{
    /// <summary>What runs the network, for people: "torch" or "ONNX Runtime".</summary>
    string Name { get; }

    /// <summary>Number format of convolutions, for people: "Float32", "BFloat16" or "Int8".</summary>
    string Precision { get; }

    /// <summary>One bias per value.</summary>
    IReadOnlyList<float> Biases { get; }

    /// <summary>
    /// Threads that a call may share its work among when it is made by the calling thread; an engine whose calls always use one ignores it.
    /// </summary>
    int Threads { get; set; }

    /// <summary>Logits alone.</summary>
    /// <param name="pixels">Normalised numbers (count, H, W, 3).</param>
    /// <param name="count">Pictures, at least 1.</param>
    /// <returns>(count, values).</returns>
    float[] Classify(Memory<float> pixels, int count);

    /// <summary>Logits, maps, where parts are, and the features where they are asked for.</summary>
    /// <param name="pixels">Normalised numbers (count, H, W, 3).</param>
    /// <param name="count">Pictures, at least 1.</param>
    /// <param name="keepFeatures">Whether the last feature map is copied out, too.</param>
    NetworkOutput Run(Memory<float> pixels, int count, bool keepFeatures);
}
