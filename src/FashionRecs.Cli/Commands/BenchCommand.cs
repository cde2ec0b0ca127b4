using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Throughput;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Commands;

/// <summary><c>fashionrecs bench</c>: how fast pictures become values, boxes and region features on this machine.</summary>
internal static class BenchCommand
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var folder = new Option<string?>("--images") { Description = "Folder of pictures; default photos/Images/hm in the data folder." };
        var count = new Option<int>("--count") { Description = "Pictures per run.", DefaultValueFactory = _ => 256 };
        var runs = new Option<int>("--runs") { Description = "Runs of each way; the median counts.", DefaultValueFactory = _ => 3 };
        var batch = new Option<int>("--batch") { Description = "Pictures per batch.", DefaultValueFactory = _ => 16 };
        var threads =
            new Option<int>("--threads") { Description = "Threads that share the work.",
            DefaultValueFactory = _ => Environment.ProcessorCount };
        var weights = new Option<string?>("--weights") { Description = "Weights file; default the one that ships with the project." };
        var input = InputOption.Create();
        var json = new Option<string?>("--json")
        {
            Description = "Write JSON to a file, or to the output with \"-\"; without it a table is printed.",
        };
        var command = new Command("bench",
            "Measure pictures a second: end to end, the network alone, and autograd Grad-CAM; and what it costs to judge a file.")
        {
            folder, count, runs, batch, threads, weights, input, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (new[] { count, runs, batch, threads }.FirstOrDefault(option => parsed.GetValue(option) < 1) is { } wrong)
            {
                throw new InvalidDataException($"{wrong.Name} must be at least 1.");
            }

            var root = parsed.GetValue(folder) ?? DataFolder.TryFind("photos", "Images", "hm")
                ?? throw new IOException($"There is no data folder; name --images, or set {DataFolder.Variable}.");
            using var engine = ProjectionEngine.Load(parsed.GetValue(weights), input: InputOption.Parse(parsed.GetValue(input)));
            var benchmark = new InferenceBenchmark(engine, BenchmarkPictures.Read(root, parsed.GetValue(count)), TimeProvider.System)
            {
                Batch = parsed.GetValue(batch), Runs = parsed.GetValue(runs), Threads = parsed.GetValue(threads),
            };
            await WriteAsync(parsed.GetValue(json), await benchmark.RunAsync(cancellation), cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WriteAsync(string? json, InferenceFigures figures, CancellationToken cancellation)
    {
        if (json is null)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                $"{figures.EndToEnd.Pictures} pictures, input {figures.Input}, {figures.Precision}, {figures.Threads} threads; pictures a "
                    + $"second, median of {figures.EndToEnd.Runs} runs"));
            foreach (var (name, rate) in new[]
            {
                ("end to end", figures.EndToEnd), ("network alone", figures.NetworkAlone),
                ("network, one caller", figures.NetworkOneCaller),
                ("autograd Grad-CAM", figures.GradCam), ("autograd Grad-CAM, shared forward pass", figures.GradCamShared),
            })
            {
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture,
                    $"{name,-40}{rate.PicturesPerSecond,8:F1}  [{rate.Slowest:F1}, {rate.Fastest:F1}], "
                        + $"{rate.PicturesPerProcessorSecond:F1} per processor second"));
            }

            foreach (var (name, rate) in new[] { ("looked at in managed code", figures.LookedAt),
                ("judged, decoded strictly", figures.Judged) })
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40}{1000 / rate.PicturesPerSecond,8:F2} ms a picture, {1000 / rate.PicturesPerProcessorSecond:F2} ms of processor time"));
            }

            Console.WriteLine($"shares: {string.Join(", ", figures.Shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Key} {share.Value:P0}")))}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"end to end is {figures.EndToEndOverNetwork:F2} of the network alone ({figures.EndToEndOverNetworkByProcessor:F2} by processor time) and {figures.EndToEndOverGradCam:F0} times autograd Grad-CAM"));
        }
        else
        {
            await JsonTarget.WriteAsync(json, JsonSerializer.Serialize(figures, Options), cancellation);
        }
    }
}
