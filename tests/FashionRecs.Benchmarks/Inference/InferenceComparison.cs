using System.Text.Json;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Throughput;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Benchmarks.Inference;

/// <summary>
/// All of <c>fashionrecs bench</c> and ONNX Runtime in one run, at the size the weights were made for and at 224×224; JSON on the output.
/// Arguments: a folder of pictures (default: the data folder's photographs), pictures per run (default 128), runs (default 3).
/// </summary>
internal static class InferenceComparison
{
    private const int Batch = 16;
    private static readonly InputSize Square = new(224, 224);

    public static async Task RunAsync(string[] args)
    {
        var folder = args.ElementAtOrDefault(0) ?? DataFolder.TryFind("photos", "Images", "hm")
            ?? throw new IOException($"Name a folder of pictures, or set {DataFolder.Variable}.");
        var count = int.Parse(args.ElementAtOrDefault(1) ?? "128");
        var runs = int.Parse(args.ElementAtOrDefault(2) ?? "3");
        var pictures = BenchmarkPictures.Read(folder, count);
        var results = new List<object>();
        foreach (var size in new InputSize?[] { null, Square })
        {
            using var engine = ProjectionEngine.Load(input: size);
            var figures = await new InferenceBenchmark(engine, pictures, TimeProvider.System) { Batch = Batch, Runs = runs }.RunAsync();
            var onnx = await OnnxRun.MeasureAsync(AttributeModelFile.ShippedPath, engine.Weights.Input, pictures, Batch, runs,
                TimeProvider.System);
            results.Add(new
            {
                figures, onnx,
                end_to_end_over_onnx = figures.EndToEnd.PicturesPerSecond / onnx.Rate.PicturesPerSecond,
                end_to_end_over_onnx_by_processor = figures.EndToEnd.PicturesPerProcessorSecond / onnx.Rate.PicturesPerProcessorSecond,
            });
        }

        Console.WriteLine(
            JsonSerializer.Serialize(results,
            new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true }));
    }
}
