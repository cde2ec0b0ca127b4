using FashionRecs.Tests;
using System.Text.Json;
using FashionRecs.Cli;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using SkiaSharp;
using TorchSharp;

namespace FashionRecs.Cli.Tests.Commands;

public class FaithfulnessCommandTests
{
    [Fact]
    public async Task Faithfulness_LabelledPictures_GivesRatiosCurvesAndTheRandomizationCheck()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        using (torch.no_grad())
        {
            foreach (var attribute in network.Vocabulary.Attributes)
            {
                // everything is shown
                NetworkState.Of(network)[$"heads.{attribute.Code}.bias"].narrow(0, attribute.Invisible.Position, 1).fill_(-3);
            }
        }

        var weights = TinyNetwork.Save(folder, network);
        for (var i = 0; i < 4; i++)
        {
            folder.Write($"photos/Images/{i}.jpg", Pictures.Corner(90, 120));
        }

        folder.Write("photos/Annotations/label.csv", string.Concat(Enumerable.Range(0, 4).SelectMany(i => new[]
        {
            $"Images/{i}.jpg,neckline_design_labels,nnnnynnnnn\n", $"Images/{i}.jpg,skirt_length_labels,nymnnn\n",
            $"Images/{i}.jpg,coat_length_labels,ynnnnnnn\n",
        })));

        var code = await CommandLine.RunAsync([
            "faithfulness", "--images", folder.File("photos"), "--weights", weights, "--curve-pictures", "2",
            "--json", folder.File("out.json"), "--curves", folder.File("curves.png")]);

        Assert.Equal(ExitCode.Success, code);
        var report = JsonDocument.Parse(File.ReadAllText(folder.File("out.json"))).RootElement;
        var scores = report.GetProperty("scores").EnumerateArray().ToDictionary(score => score.GetProperty("attribute").GetString()!);
        Assert.Contains("mean", scores.Keys);
        Assert.DoesNotContain("coat_length", scores.Keys); // no picture shows one
        Assert.All(scores.Where(score => score.Key != "mean"), score => Assert.Equal(4, score.Value.GetProperty("count").GetInt32()));
        Assert.True(scores["mean"].GetProperty("hidden").GetProperty("mean").GetDouble() > 0);
        var curves = report.GetProperty("curves");
        // both are the whole picture
        Assert.Equal(curves.GetProperty("deletion")[0].GetDouble(),
            curves.GetProperty("insertion").EnumerateArray().Last().GetDouble(), 1e-3);
        Assert.Equal(7, report.GetProperty("randomized").GetArrayLength());
        using var plot = SKBitmap.Decode(folder.File("curves.png"));
        Assert.Equal(960, plot.Width);
    }

    [Fact]
    public async Task Faithfulness_NothingShown_IsWrongUsage()
    {
        using var folder = new TemporaryFolder();
        folder.Write("photos/Images/a.jpg", Pictures.Corner(90, 120));
        folder.Write("photos/Annotations/label.csv", "Images/a.jpg,coat_length_labels,ynnnnnnn\n");
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["faithfulness", "--images", folder.File("photos"), "--weights", weights]));
    }
}
