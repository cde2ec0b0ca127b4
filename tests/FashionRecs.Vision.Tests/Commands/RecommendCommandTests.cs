using System.Text.Json;

namespace FashionRecs.Vision.Tests.Commands;

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
    [InlineData("The number of shoppers must be from 1 to 100000, not 0.", "simulate", "--shoppers", "0")]
    [InlineData("--train-share must lie between 0 and 1, and --most-sessions be at least 1.", "sessions", "--train-share", "1")]
    [InlineData("There is no file nowhere.csv.", "sessions", "--clicks", "nowhere.csv")]
    [InlineData("--pairs must be from 1 to 100000.", "pairs", "--pairs", "0")]
    public async Task Run_UnusableInput_IsOneSentence(string sentence, params string[] arguments)
    {
        var run = await CommandRun.StartAsync("", ["recommend", .. arguments]);

        Assert.Equal((2, sentence), (run.ExitCode, run.Error.Trim()));
    }
}
