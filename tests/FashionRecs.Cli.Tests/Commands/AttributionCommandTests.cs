using FashionRecs.Tests;
using System.Text.Json;
using FashionRecs.Cli;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;

namespace FashionRecs.Cli.Tests.Commands;

public class AttributionCommandTests
{
    [Fact]
    public async Task Attribution_LabelledPicturesAndDrawings_GivesFourFigures()
    {
        using var folder = new TemporaryFolder();
        var weights = Weights(folder);
        for (var i = 0; i < 3; i++)
        {
            folder.Write($"photos/Images/{i}.jpg", Pictures.Corner(90, 120));
        }

        folder.Write("photos/Annotations/label.csv", string.Concat(Enumerable.Range(0, 3).Select(i =>
            $"Images/{i}.jpg,neckline_design_labels,nnnnynnnnn\nImages/{i}.jpg,coat_length_labels,ynnnnnnn\n")));
        folder.Write("photos/landmarks.csv", "image,kind,garment_box,landmarks\nImages/0.jpg,upper,10 10 80 110,"
            + "30 20 60 20 15 60 75 60 20 105 70 105 0 0 0 0\n");

        var code = await CommandLine.RunAsync([
            "attribution", "--images", folder.File("photos"), "--weights", weights, "--per-attribute", "2", "--pairs", "2",
            "--json", folder.File("out.json")]);

        Assert.Equal(ExitCode.Success, code);
        var report = JsonDocument.Parse(File.ReadAllText(folder.File("out.json"))).RootElement;
        var figures = report.GetProperty("figures").EnumerateArray().ToDictionary(one => one.GetProperty("attribute").GetString()!);
        Assert.Equal(["mean", "neckline_design"], figures.Keys.Order()); // no picture shows a coat
        Assert.Equal(2, figures["neckline_design"].GetProperty("count").GetInt32());
        Assert.Equal(1, figures["neckline_design"].GetProperty("energy_count").GetInt32());
        Assert.InRange(figures["mean"].GetProperty("deletion").GetProperty("mean").GetDouble(), -1, 1);
        Assert.InRange(figures["mean"].GetProperty("arcc").GetProperty("mean").GetDouble(), 0, 1);
        Assert.True(report.GetProperty("leakage").GetProperty("pairs").GetArrayLength() > 8);
    }

    [Fact]
    public async Task Attribution_NothingShown_IsWrongUsage()
    {
        using var folder = new TemporaryFolder();
        folder.Write("photos/Images/0.jpg", Pictures.Corner(90, 120));
        folder.Write("photos/Annotations/label.csv", "Images/0.jpg,coat_length_labels,ynnnnnnn\n");

        var code = await CommandLine.RunAsync([
            "attribution", "--images", folder.File("photos"), "--weights", Weights(folder), "--pairs", "0"]);

        Assert.NotEqual(ExitCode.Success, code);
    }

    private static string Weights(TemporaryFolder folder)
    {
        using var network = TinyNetwork.Create();
        using (torch.no_grad())
        {
            foreach (var attribute in network.Vocabulary.Attributes)
            {
                // Everything is shown.
                NetworkState.Of(network)[$"heads.{attribute.Code}.bias"].narrow(0, attribute.Invisible.Position, 1).fill_(-3);
            }
        }

        return TinyNetwork.Save(folder, network);
    }
}
