using FashionRecs.Tests;
using FashionRecs.Cli;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using SkiaSharp;

namespace FashionRecs.Cli.Tests.Commands;

public class ProjectFeaturesTests
{
    [Fact]
    public async Task Features_TwoPicturesAndABadOne_GiveArraysWithMatchingIndexes()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        folder.Write("in/a, b.png", Pictures.Encode(90, 120, SKEncodedImageFormat.Png,
            canvas => canvas.DrawRect(10, 10, 20, 15, new SKPaint { Color = SKColors.Navy }), SKColors.Teal));
        folder.Write("in/broken.jpg", "a text");
        folder.Write("in/c.webp", Pictures.Encode(50, 30, SKEncodedImageFormat.Webp,
            canvas => canvas.DrawRect(10, 10, 20, 15, new SKPaint { Color = SKColors.Navy })));

        var code = await CommandLine.RunAsync(
            ["project", folder.File("in"), "--json", folder.File("out.jsonl"), "--features", folder.File("features.npy"), "--grid", "3x2",
            "--weights", weights]);

        Assert.Equal(ExitCode.Partial, code);
        var pictures = File.ReadAllLines(folder.File("features.pictures.csv"));
        var regions = File.ReadAllLines(folder.File("features.regions.csv"));
        Assert.Equal(3, pictures.Length); // the header and two pictures
        Assert.StartsWith($"\"{folder.File("in/a, b.png")}\",90,120", pictures[1], StringComparison.Ordinal);
        Assert.True(regions.Length > 1);
        using var features = new NpyReader(folder.File("features.npy"));
        using var colours = new NpyReader(folder.File("features.rgb.npy"));
        using var means = new NpyReader(folder.File("features.pictures.npy"));
        Assert.Equal([regions.Length - 1, TinyNetwork.Features, 3, 2], features.Shape);
        Assert.Equal([regions.Length - 1, 3, 3, 2], colours.Shape);
        Assert.Equal([2, TinyNetwork.Features], means.Shape);
        var row = new float[18];
        colours.Read(0, row); // the first region lies in the teal picture: (0, 128, 128)
        Assert.All(row[..6], red => Assert.InRange(red, 0, 0.02));
        Assert.All(row[6..], other => Assert.InRange(other, 0.49, 0.52));
    }

    [Fact]
    public async Task Features_PictureMeans_GiveTheLogitsThroughTheHeads()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        var weights = TinyNetwork.Save(folder, network);
        var path = folder.Write("a.png", Pictures.Corner(90, 120));

        await CommandLine.RunAsync(
            ["project", path, "--json", folder.File("out.jsonl"), "--features", folder.File("features.npy"), "--weights", weights]);

        using var means = new NpyReader(folder.File("features.pictures.npy"));
        var mean = new float[TinyNetwork.Features];
        means.Read(0, mean);
        using var engine = ProjectionEngine.Load(weights);
        using var renderer = new InputRenderer(engine.Weights.Input);
        var logits = engine.Project([PictureInput.Create(File.ReadAllBytes(path), renderer)])[0].Logits;
        using var heads = network.HeadWeights();
        var rows = heads.data<float>().ToArray().Chunk(TinyNetwork.Features).ToArray();
        Assert.All(logits, (logit, i) => Assert.Equal(logit, rows[i].Zip(mean, (a, b) => a * b).Sum() + engine.Biases[i], 1e-4));
    }

    [Theory]
    [InlineData("--features", "features.bin")]
    [InlineData("--grid", "seven")]
    public async Task Features_WrongOption_IsWrongUsageAndWritesNothing(string option, string value)
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        var picture = folder.Write("in/a.png", Pictures.Encode(90, 120, SKEncodedImageFormat.Png));

        var code = await CommandLine.RunAsync(
            ["project", picture, "--weights", weights, option, option == "--features" ? folder.File(value) : value]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Equal([weights], Directory.GetFiles(folder.Path));
    }
}
