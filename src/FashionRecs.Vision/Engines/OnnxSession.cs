using Microsoft.ML.OnnxRuntime;

namespace FashionRecs.Vision.Engines;

/// <summary>An ONNX model ready to run on the processor. Several threads may run it at the same time.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions options = new();

    /// <summary>Makes a model ready.</summary>
    /// <param name="model">The model's bytes.</param>
    /// <param name="threads">Threads that share one call.</param>
    public OnnxSession(byte[] model, int threads)
    {
        using var settings = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL, IntraOpNumThreads = threads, InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // Waiting in a loop would take the processor from the threads that decode.
        settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        session = new InferenceSession(model, settings);
    }

    /// <summary>Runs the model on numbers; what comes out is read before it is freed.</summary>
    /// <param name="pixels">The input's numbers.</param>
    /// <param name="shape">Its sizes.</param>
    /// <param name="outputs">Names of what is asked for.</param>
    /// <param name="read">Reads it, in that order.</param>
    public T Run<T>(Memory<float> pixels, long[] shape, IReadOnlyCollection<string> outputs, Func<IReadOnlyList<OrtValue>, T> read)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, pixels, shape);
        using var results = session.Run(options, session.InputNames, [value], outputs);
        return read(results.ToList());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        options.Dispose();
        session.Dispose();
    }
}
