using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using FashionRecs.Training.Beliefs.Joint;

namespace FashionRecs.Cli.Tests.Commands;

public class BeliefsJointCommandTests
{
    [Fact]
    public async Task Joint_LabelledPhotographs_MeasuresEachStrengthAndWritesTheBest()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        Write(folder, "learn", "a", 8);
        Write(folder, "photos", "shop", 6);

        var code = await CommandLine.RunAsync([
            "beliefs", "joint", "--images", folder.File("photos"), "--fit", folder.File("learn"), "--weights", weights, "--penalty", "1",
            "--strengths", "0.1", "1", "--out", folder.File("joint.json"), "--json", folder.File("report.json")]);

        Assert.Equal(ExitCode.Success, code);
        var report = JsonDocument.Parse(File.ReadAllText(folder.File("report.json"))).RootElement;
        Assert.Equal("8 pictures with two labelled attributes or more", report.GetProperty("source").GetString());
        var losses = report.GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("group").GetString() == "all"
                && row.GetProperty("measure").GetProperty("name").GetString() == "log loss")
            .ToDictionary(row => row.GetProperty("strength").GetDouble(),
                row => row.GetProperty("measure").GetProperty("after").GetDouble());
        Assert.Equal([0.1, 1], losses.Keys.Order());
        var file = JointBeliefsFile.Load(folder.File("joint.json"), AttributeVocabularyFile.Default);
        Assert.Equal(losses.MinBy(pair => pair.Value).Key, file.Strength);
    }

    [Fact]
    public async Task Joint_WrongUse_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        Write(folder, "photos", "shop", 2);
        string[] joint = ["beliefs", "joint", "--images", folder.File("photos"), "--weights", weights, "--fit"];

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. joint, folder.File("gone")]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. joint, folder.File("photos")])); // nothing is left to learn from
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. joint, folder.File("photos"), "--strengths", "0"]));
        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync([.. joint, folder.File("photos"), "--sources", "street"]));
    }

    private static void Write(TemporaryFolder folder, string set, string source, int count)
    {
        var rows = Enumerable.Range(0, count).Select(i =>
        {
            folder.Write($"{set}/Images/{source}/{i}.jpg", Pictures.Corner(60 + (10 * i), 120));
            return $"Images/{source}/{i}.jpg,neckline_design_labels,{(i % 2 == 0 ? "nnnnynnnnn" : "nnnnnnnynn")}\n"
                + $"Images/{source}/{i}.jpg,pant_length_labels,{(i % 2 == 0 ? "ynnnnn" : "nnnnny")}\n";
        });
        folder.Write($"{set}/Annotations/label.csv", string.Concat(rows));
    }
}
