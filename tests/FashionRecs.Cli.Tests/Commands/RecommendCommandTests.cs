using FashionRecs.Tests;
using System.Text.Json;
using System.Xml.Linq;

namespace FashionRecs.Cli.Tests.Commands;

public class RecommendCommandTests
{
    [Fact]
    public async Task Simulate_FewShoppers_ReportsEveryPolicyWithIntervals()
    {
        var run = await CommandRun.StartAsync("", "recommend", "simulate", "--shoppers", "2", "--pages", "3", "--json", "-");

        Assert.Equal(0, run.ExitCode);
        var policies = JsonDocument.Parse(run.Output).RootElement.GetProperty("policies").EnumerateArray().ToArray();
        Assert.Contains(policies, policy => policy.GetProperty("policy").GetString() == "LinUCB");
        Assert.All(policies, policy => Assert.Equal(2, policy.GetProperty("regret_interval").GetArrayLength()));
    }

    [Theory]
    [InlineData("pictures", "explained (network)")]
    [InlineData("none", "explained (labels)")]
    public async Task Evaluate_NeitherValuesNorFeaturesGiven_LooksAtThePictures(string images, string model)
    {
        using var folder = new TemporaryFolder();
        string[] codes = ["101", "102", "103", "104", "105"];
        foreach (var code in codes[..4]) // the fifth has no picture
        {
            folder.Write($"pictures/{code}.jpg", Pictures.Corner(48, 64));
        }

        folder.Write("products.csv",
            Lines(["product,image,name,type,group,section,colour,pattern,price,description",
            .. codes.Select(code => $"{code},{code}.jpg,Dress,Dress,Upper,Women,Red,Solid,0.02,A dress")]));
        folder.Write("labels.csv", Lines(codes.Select(code => $"{code}.jpg,neckline_design_labels,nnnnynnnnn")));
        folder.Write("train.csv",
            Lines(["day,customer,product", .. codes[..3].Select(code => $"2020-09-16,1,{code}"),
            .. codes[..4].Select(code => $"2020-09-17,2,{code}")]));
        folder.Write("test.csv", Lines(["day,customer,product", "2020-09-18,1,104", "2020-09-18,2,105"]));

        var run = await CommandRun.StartAsync("", "recommend", "evaluate", "--products", folder.File("products.csv"), "--train",
            folder.File("train.csv"), "--test", folder.File("test.csv"),
            "--labels", folder.File("labels.csv"), "--images", images == "none" ? "none" : folder.File("pictures"), "--models",
            "popularity", "--table", folder.File("table.md"), "--plot", folder.File("plot.svg"), "--json", "-");

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal(model, JsonDocument.Parse(run.Output).RootElement.GetProperty("models")[0].GetProperty("model").GetString());
        Assert.Contains($"| {model} |", await File.ReadAllTextAsync(folder.File("table.md")));
        Assert.Contains(model, XDocument.Load(folder.File("plot.svg")).Descendants().Select(element => element.Value));
    }

    [Theory]
    [InlineData("The number of shoppers must be from 1 to 100000, not 0.", "simulate", "--shoppers", "0")]
    [InlineData("--train-share must lie between 0 and 1, and --most-sessions be at least 1.", "sessions", "--train-share", "1")]
    [InlineData("There is no file nowhere.csv.", "sessions", "--clicks", "nowhere.csv")]
    [InlineData("--unseen must be from 0 to below 1.", "evaluate", "--products", "p", "--train", "p", "--test", "p", "--unseen", "1")]
    [InlineData("--pairs must be from 1 to 100000.", "pairs", "--pairs", "0")]
    public async Task Run_UnusableInput_IsOneSentence(string sentence, params string[] arguments)
    {
        var run = await CommandRun.StartAsync("", ["recommend", .. arguments]);

        Assert.Equal((2, sentence), (run.ExitCode, run.Error.Trim()));
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";
}
