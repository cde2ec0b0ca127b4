using FashionRecs.Tests;
using System.Text.Json;
using FashionRecs.Cli;
using FashionRecs.Domain.Attributes;
using SkiaSharp;

namespace FashionRecs.Cli.Tests.Commands;

public class ProjectCommandTests
{
    [Fact]
    public async Task Project_FolderWithBadPictures_GivesALineEachAndExitCodePartial()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        folder.Write("in/a.png", Pictures.Encode(90, 120, SKEncodedImageFormat.Png,
            canvas => canvas.DrawRect(10, 10, 20, 15, new SKPaint { Color = SKColors.Navy }), SKColors.Teal));
        folder.Write("in/b.jpg", "a text");
        folder.Write("in/c.jpg", []);
        folder.Write("in/d.jpg", Pictures.Corner(400, 400)[..1200]);
        folder.Write("in/e.webp", Pictures.Encode(50, 30, SKEncodedImageFormat.Webp,
            canvas => canvas.DrawRect(10, 10, 20, 15, new SKPaint { Color = SKColors.Navy })));

        var code = await CommandLine.RunAsync(
            ["project", folder.File("in"), "--json", folder.File("out.jsonl"), "--overlays", folder.File("overlays"), "--weights",
            weights]);

        Assert.Equal(ExitCode.Partial, code);
        var lines = File.ReadLines(folder.File("out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["a.png", "b.jpg", "c.jpg", "d.jpg", "e.webp"],
            lines.Select(line => Path.GetFileName(line.GetProperty("image").GetString())));
        Assert.All(lines[1..4], line => Assert.NotEmpty(line.GetProperty("error").GetString()!));
        AssertPicture(lines[0], 90, 120);
        AssertPicture(lines[4], 50, 30);
        var boxes = lines.Where(line => line.GetProperty("error").ValueKind == JsonValueKind.Null)
            .SelectMany(line => line.GetProperty("attributes").EnumerateArray())
                .Count(attribute => attribute.GetProperty("box").ValueKind == JsonValueKind.Array);
        Assert.Equal(boxes, Directory.GetFiles(folder.File("overlays")).Length);
    }

    [Fact]
    public async Task Project_GoodPicture_ExitsWithSuccess()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        var picture = folder.Write("a.png", Pictures.Encode(90, 120, SKEncodedImageFormat.Png));

        Assert.Equal(ExitCode.Success,
            await CommandLine.RunAsync(["project", picture, "--json", folder.File("out.jsonl"), "--weights", weights]));
    }

    [Fact]
    public async Task Project_FolderWithoutPicturesOrMissing_IsWrongUsage()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["project", folder.Path]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["project", folder.File("gone")]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["project"]));
    }

    [Fact]
    public async Task Project_WeightsCutInHalf_AreRefused()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        var bytes = File.ReadAllBytes(weights);
        folder.Write("half.safetensors", bytes[..(bytes.Length / 2)]);
        var picture = folder.Write("a.png", Pictures.Encode(90, 120, SKEncodedImageFormat.Png));

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["project", picture, "--weights", folder.File("half.safetensors")]));
    }

    private static void AssertPicture(JsonElement line, int width, int height)
    {
        Assert.Equal((width, height), (line.GetProperty("width").GetInt32(), line.GetProperty("height").GetInt32()));
        var attributes = line.GetProperty("attributes").EnumerateArray().ToArray();
        Assert.Equal(AttributeVocabularyFile.Default.Attributes.Select(attribute => attribute.Code),
            attributes.Select(attribute => attribute.GetProperty("attribute").GetString()));
        foreach (var attribute in attributes)
        {
            var values = attribute.GetProperty("values").EnumerateArray()
                .ToDictionary(value => value.GetProperty("value").GetString()!, value => value.GetProperty("probability").GetDouble());
            var visible = attribute.GetProperty("visible").GetDouble();
            Assert.Equal(1 - values["Invisible"], visible, 1e-5);
            Assert.Equal(values.Where(value => value.Key != "Invisible").MaxBy(value => value.Value).Key,
                attribute.GetProperty("top").GetString());
            Assert.Equal(visible >= 0.5, attribute.GetProperty("box").ValueKind == JsonValueKind.Array);
            if (visible >= 0.5)
            {
                var box = attribute.GetProperty("box").EnumerateArray().Select(side => side.GetInt32()).ToArray();
                Assert.True(box[0] >= 0 && box[1] >= 0 && box[2] > 0 && box[3] > 0 && box[0] + box[2] <= width
                    && box[1] + box[3] <= height);
                Assert.InRange(attribute.GetProperty("box_share").GetDouble(), 0, 1);
            }
        }
    }
}
