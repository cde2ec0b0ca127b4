using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Throughput;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;

namespace FashionRecs.Benchmarks.Inference;

/// <summary>The same network in ONNX Runtime, float32, on its own threads.</summary>
/// <param name="Rate">The network alone, decoded pictures to logits.</param>
/// <param name="LargestDifference">Between its logits and those of torch in float32: that it is the same network.</param>
internal sealed record OnnxRun(Rate Rate, double LargestDifference)
{
    public static async Task<OnnxRun> MeasureAsync(string weights, InputSize input, IReadOnlyList<byte[]> pictures, int batch, int runs,
        TimeProvider time)
    {
        var (network, _) = AttributeModelFile.Load(weights, AttributeVocabularyFile.Default);
        using var folded = new FoldedNetwork(network, Precision.Float32, torch.CPU);
        network.Dispose();
        using var options =
            new SessionOptions { GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = Environment.ProcessorCount };
        using var session = new InferenceSession(OnnxModel.Write(folded), options);
        using var renderer = new InputRenderer(input);
        float[][] batches =
            [.. pictures.Select(bytes => PictureInput.Create(bytes, renderer).Pixels).Chunk(batch).Select(chunk => Planes(chunk, input))];

        var difference = Compare(session, folded, batches[0], input);
        var times = new List<RunTime>();
        for (var run = -1; run < runs; run++)
        {
            var one = await RunTime.MeasureAsync(() => Task.Run(() => Array.ForEach(batches, pixels => Run(session, pixels, input))), time);
            if (run >= 0)
            {
                times.Add(one);
            }
        }

        return new OnnxRun(Rate.Of(times, pictures.Count), difference);
    }

    private static float[] Run(InferenceSession session, float[] pixels, InputSize input)
    {
        using var value =
            OrtValue.CreateTensorValueFromMemory(pixels, [pixels.Length / (3 * input.Height * input.Width), 3, input.Height, input.Width]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, ["pictures"], [value], session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static double Compare(InferenceSession session, FoldedNetwork network, float[] pixels, InputSize input)
    {
        using var scope = torch.NewDisposeScope();
        var pictures = torch.tensor(pixels, [pixels.Length / (3 * input.Height * input.Width), 3, input.Height, input.Width]);
        var logits = network.Classify(network.Features(pictures)).data<float>().ToArray();
        return Run(session, pixels, input).Zip(logits, (a, b) => Math.Abs(a - b)).Max();
    }

    /// <summary>(H, W, 3) pictures → (batch, 3, H, W).</summary>
    private static float[] Planes(float[][] pictures, InputSize input)
    {
        var plane = input.Height * input.Width;
        var planes = new float[pictures.Length * 3 * plane];
        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] = pictures[i / (3 * plane)][((i % plane) * 3) + (i / plane % 3)];
        }

        return planes;
    }
}
