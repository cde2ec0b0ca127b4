using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Quantization;
using FashionRecs.Vision.Torch.Backbones;
using SkiaSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Tests.Engines;

/// <summary>A tiny network with batch norm as after training, and the int8 ranges found for it on a few pictures.</summary>
internal sealed class Int8Network : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Int8Network(int lastStride = 1)
    {
        using var network = TinyNetwork.Create(seed: 5, lastStride);
        using (NewDisposeScope())
        using (no_grad())
        {
            foreach (var (name, tensor) in NetworkState.Of(network))
            {
                // Every statistic and every factor its own, and heads that say something.
                tensor.copy_(name.EndsWith("running_var", StringComparison.Ordinal) ? rand_like(tensor) + 0.5
                    : tensor + (randn_like(tensor) * (name.StartsWith("heads", StringComparison.Ordinal) ? 0.05 : 0.1)));
            }
        }

        Path = TinyNetwork.Save(folder, network);
        Files = [.. Pictures.Select((bytes, at) => Write($"{at}.png", bytes))];
        Ranges = Quantizer.Run(Path, Files, []);
    }

    public string Path { get; }

    public IReadOnlyList<string> Files { get; }

    public QuantizationFile Ranges { get; }

    public static IReadOnlyList<byte[]> Pictures { get; } = [.. Enumerable.Range(0, 12).Select(at => FashionRecs.Tests.Pictures.Encode(
        48, 64, SKEncodedImageFormat.Png,
        canvas =>
        {
            using var paint = new SKPaint { Color = SKColor.FromHsv(at * 30, 80, 60) };
            canvas.DrawOval(24, 10 + (4 * at), 5 + at, 14 - at, paint);
        },
        SKColor.FromHsv(360 - (at * 25), 10 + (4 * at), 95)))];

    /// <summary>The pictures as inputs of the network.</summary>
    public static PictureInput[] Inputs()
    {
        using var renderer = new InputRenderer(TinyNetwork.Input);
        return [.. Pictures.Select(bytes => PictureInput.Create(bytes, renderer))];
    }

    public ProjectionEngine Engine(EngineOption option)
    {
        var source = ProjectionEngine.Source(Path, null, null);
        return ProjectionEngine.Onnx(source, null, new EngineChoice(option, ""), option == EngineOption.Int8 ? Ranges : null);
    }

    private string Write(string name, byte[] bytes)
    {
        var file = folder.File(name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => folder.Dispose();
}
