using System.Text.Json;

namespace FashionRecs.Cli.Tests.Commands;

public class ExperimentsCommandTests
{
    private const string Sequential =
        """
        {"alpha":0.05,"sequential":true,"tuning":1000,"difference":"relative",
         "control":{"n":3000,"sum":1396.87,"sum_squares":52377.9767},
         "treatment":{"n":3461,"sum":2422.7,"sum_squares":134698.29},"metric":"mean"}
        """;

    [Fact]
    public async Task Bucket_PublishedVector_PrintsTheNumber()
    {
        var run = await CommandRun.StartAsync("", "experiments", "bucket", "--seed", "seed", "--unit", "a", "--version", "2");

        Assert.Equal(("0.0505\n", 0), (run.Output.ReplaceLineEndings("\n"), run.ExitCode));
    }

    [Fact]
    public async Task Bucket_UnknownVersion_IsOneSentence()
    {
        var run = await CommandRun.StartAsync("", "experiments", "bucket", "--seed", "s", "--unit", "a", "--version", "7");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("There is no hash version 7; the versions are 1 and 2.", run.Error.Trim());
    }

    [Fact]
    public async Task Analyze_StandardInput_PrintsExactlyTheFields()
    {
        var run = await CommandRun.StartAsync(Sequential, "experiments", "analyze", "-", "--json", "-");
        var result = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["effect", "standard_error", "interval", "p_value", "chance_to_win", "risk", "error"],
            result.EnumerateObject().Select(field => field.Name));
        Assert.Equal(-0.55844, result.GetProperty("interval")[0].GetDouble(), 5);
        Assert.Equal(1.56516, result.GetProperty("interval")[1].GetDouble(), 5);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task Analyze_ZeroVariance_SaysSoInsteadOfANumber()
    {
        var run = await CommandRun.StartAsync(
            """{"control":{"n":100,"sum":0},"treatment":{"n":100,"sum":9},"metric":"proportion"}""", "experiments", "analyze", "-",
            "--json", "-");
        var result = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("effect").ValueKind);
        Assert.Contains("zero variance", result.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("", "standard input")]
    [InlineData("""{"control":{"n":100,"sum":10},"treatment":{"n":100,"sum":9},"metric":"mean"}""", "sum_squares")]
    [InlineData("""{"control":{"n":100,"sum":10},"metric":"proportion"}""", "treatment")]
    [InlineData("""{"control":{"n":100,"sum":10},"treatment":{"n":100,"sum":9},"metric":"median"}""", "metric")]
    [InlineData("""{"control":{"n":100,"sum":10,"covariate_sums":3},"treatment":{"n":100,"sum":9},"metric":"proportion"}""",
        "covariate_sums")]
    [InlineData("""{"control":{"n":0,"sum":0},"treatment":{"n":100,"sum":9},"metric":"proportion"}""", "control arm has no units")]
    [InlineData("""{"control":{"n":100,"sum":50,"sum_squares":20},"treatment":{"n":100,"sum":9,"sum_squares":9},"metric":"mean"}""",
        "No 100 values add up to 50")]
    [InlineData("""{"alpha":1.5,"control":{"n":100,"sum":10},"treatment":{"n":100,"sum":9},"metric":"proportion"}""", "alpha is 1.5")]
    public async Task Analyze_UnusableRequest_NamesWhatIsWrong(string request, string part)
    {
        var run = await CommandRun.StartAsync(request, "experiments", "analyze", "-", "--json", "-");
        var result = JsonDocument.Parse(run.Output).RootElement.EnumerateObject().ToArray();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(part, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        // The JSON says the same in its own field, and no number.
        Assert.Equal(("error", run.Error.Trim()), (result[^1].Name, result[^1].Value.GetString()));
        Assert.All(result[..^1], field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind));
    }

    [Fact]
    public async Task Analyze_MissingFile_IsOneSentence()
    {
        var run = await CommandRun.StartAsync("", "experiments", "analyze", "/nowhere/arms.json", "--json", "-");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("The analysis '/nowhere/arms.json' cannot be read", run.Error);
    }

    [Fact]
    public async Task Simulate_FewExperiments_PrintsCountsAndIntervals()
    {
        var run = await CommandRun.StartAsync("", "experiments", "simulate", "--experiments", "100", "--lift", "0.5", "--seed", "3");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("100 experiments, 6000 units per arm, 30 looks", run.Output);
        Assert.Contains("sequential rule, any look", run.Output);
    }

    [Fact]
    public async Task Simulate_ImpossibleLift_IsOneSentence()
    {
        var run = await CommandRun.StartAsync("", "experiments", "simulate", "--lift", "20");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("lift of 20", run.Error);
    }
}
