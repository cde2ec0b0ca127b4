using FashionRecs.Tests;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Vision.Backbones;

namespace FashionRecs.Cli.Tests.Commands;

public class BeliefsFitCommandTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    [Fact]
    public async Task Fit_PhotographsAndDrawings_WritesBeliefsOfTheWeights()
    {
        using var folder = new TemporaryFolder();
        var weights = Prepare(folder);
        Assert.Equal(ExitCode.Success,
            await CommandLine.RunAsync(["render", "--out", folder.File("renders"), "--count", "4", "--size", "48x64"]));

        var code = await CommandLine.RunAsync([
            "beliefs", "fit", "--images", folder.File("photos"), "--also", folder.File("photos"), "--drawings", folder.File("renders"),
            "--weights", weights,
            "--out", folder.File("beliefs.json"), "--json", folder.File("report.json")]);

        Assert.Equal(ExitCode.Success, code);
        var written = BeliefModelFile.Load(folder.File("beliefs.json"), Vocabulary);
        Assert.Equal(AttributeModelFile.Fingerprint(weights), written.Fingerprint);
        Assert.Equal("12 photographs and 4 drawings at weight 0.2", written.Source);
        var report = JsonDocument.Parse(File.ReadAllText(folder.File("report.json"))).RootElement;
        var neckline = report.GetProperty("attributes").EnumerateArray()
            .Single(one => one.GetProperty("attribute").GetString() == "neckline_design");
        Assert.Equal(12, neckline.GetProperty("n").GetInt32());
        Assert.Contains(report.GetProperty("frontier").EnumerateArray(), row => row.GetProperty("least_probability").GetDouble() == 0.8);
        Assert.Contains(report.GetProperty("groups").EnumerateArray(), row => row.GetProperty("group").GetString() == "source shop");
    }

    [Fact]
    public async Task Fit_ProjectedBefore_IsTheSameAndOtherWeightsAreRefused()
    {
        using var folder = new TemporaryFolder();
        var weights = Prepare(folder);
        string[] fit =
            ["beliefs", "fit", "--images", folder.File("photos"), "--weights", weights, "--json", folder.File("report.json"), "--out"];
        Assert.Equal(ExitCode.Success,
            await CommandLine.RunAsync(
            ["project", folder.File("photos/Images"), "--json", folder.File("said.jsonl"), "--weights", weights]));

        Assert.Equal(ExitCode.Success, await CommandLine.RunAsync([.. fit, folder.File("now.json")]));
        Assert.Equal(ExitCode.Success,
            await CommandLine.RunAsync([.. fit, folder.File("before.json"), "--projected", folder.File("said.jsonl")]));

        Assert.Equal(File.ReadAllText(folder.File("now.json")), File.ReadAllText(folder.File("before.json")));
        folder.Write("other.jsonl",
            File.ReadAllText(folder.File("said.jsonl")).Replace("\"probability\":0.", "\"probability\":0.0", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Usage,
            await CommandLine.RunAsync([.. fit, folder.File("other.json"), "--projected", folder.File("other.jsonl")]));
        Assert.False(File.Exists(folder.File("other.json")));
    }

    [Fact]
    public async Task Fit_WrongUse_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var weights = Prepare(folder);
        string[] fit = ["beliefs", "fit", "--images", folder.File("photos"), "--weights", weights, "--out", folder.File("out.json")];

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. fit, "--drawing-weight", "0"]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. fit, "--also", folder.File("gone")]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. fit, "--projected", folder.Write("bad.jsonl", "a text")]));
    }

    private static string Prepare(TemporaryFolder folder)
    {
        var rows = Enumerable.Range(0, 6).Select(i =>
        {
            folder.Write($"photos/Images/shop/{i}.jpg", Pictures.Corner(60 + (10 * i), 120));
            return $"Images/shop/{i}.jpg,neckline_design_labels,{(i % 2 == 0 ? "nnnnynnnnn" : "nnnnnnnynn")}\n";
        });
        folder.Write("photos/Annotations/label.csv", string.Concat(rows));
        return TinyNetwork.Save(folder, TinyNetwork.Create());
    }
}
