using FashionRecs.Tests;
using System.Text.Json;
using FashionRecs.Cli;
using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Torch.Backbones;

namespace FashionRecs.Cli.Tests.Commands;

public class LocalizationCommandTests
{
    [Fact]
    public async Task Localization_PhotographsAndRenders_AreMeasuredAndRulesWritten()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        folder.Write("photos/Images/a.jpg", Pictures.Corner(200, 300));
        folder.Write("photos/Images/b.jpg", Pictures.Corner(200, 300));
        folder.Write("photos/Annotations/label.csv",
            "Images/a.jpg,neckline_design_labels,nnnnynnnnn\nImages/b.jpg,neckline_design_labels,ynnnnnnnnn\n");
        folder.Write("photos/landmarks.csv", string.Concat("image,kind,garment_box,landmarks\n", Landmarks("a"), Landmarks("b")));
        Assert.Equal(ExitCode.Success,
            await CommandLine.RunAsync(["render", "--out", folder.File("renders"), "--count", "4", "--size", "48x64", "--masks"]));

        var code = await CommandLine.RunAsync([
            "localization", "--images", folder.File("photos"), "--renders", folder.File("renders"), "--weights", weights,
            "--json", folder.File("out.json"), "--calibrate", folder.File("chosen.safetensors")]);

        Assert.Equal(ExitCode.Success, code);
        var scores = JsonDocument.Parse(File.ReadAllText(folder.File("out.json"))).RootElement.GetProperty("scores").EnumerateArray()
            .ToArray();
        var neckline = scores.Single(score => Text(score, "source") == "photographs" && Text(score, "attribute") == "neckline_design");
        Assert.Equal(1, neckline.GetProperty("count").GetInt32()); // the other label says that the picture shows none
        var (network, made) = AttributeNetworkFile.Load(folder.File("chosen.safetensors"), AttributeVocabularyFile.Default);
        network.Dispose();
        Assert.Equal(RegionRule.Parse(Text(neckline, "rule")), made.RegionRule(AttributeVocabularyFile.Default["neckline_design"]));
        Assert.Contains(scores, score => Text(score, "source") == "renders");
        Assert.All(scores, score => Assert.InRange(score.GetProperty("overlap").GetProperty("mean").GetDouble(), 0, 1));
    }

    [Fact]
    public async Task Localization_RendersWithoutRegions_IsWrongUsage()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["localization", "--images", folder.Path, "--weights", weights]));
        Assert.Equal(ExitCode.Usage,
            await CommandLine.RunAsync(["localization", "--renders", folder.Path, "--limit", "1", "--weights", weights]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["localization", "--input", "9x9", "--weights", weights]));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Landmarks(string name) => $"Images/{name}.jpg,upper,0 0 200 300,80 40 120 40 0 0 0 0 0 0 0 0 0 0 0 0\n";
}
