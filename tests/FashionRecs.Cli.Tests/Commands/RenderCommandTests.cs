using FashionRecs.Tests;
using FashionRecs.Cli;

namespace FashionRecs.Cli.Tests.Commands;

public class RenderCommandTests
{
    [Fact]
    public async Task Render_WeightedValues_ShowsThemThatOften()
    {
        using var folder = new TemporaryFolder();

        var code = await CommandLine.RunAsync(
            ["render", "--out", folder.File("set"), "--count", "8", "--size", "48x64", "--calm", "--values", "skirt_length:Midi Length=3",
                "skirt_length:Short Length"]);

        Assert.Equal(ExitCode.Success, code);
        var letters = File.ReadLines(folder.File("set/Annotations/label.csv")).Select(line => line.Split(','))
            .Where(row => row[1] == "skirt_length_labels").ToArray();
        Assert.Equal((6, 2), (letters.Count(row => row[2][3] == 'y'), letters.Count(row => row[2][1] == 'y')));
        Assert.Contains(letters[..3], row => row[2][1] == 'y'); // spread, not all at the end
    }

    [Fact]
    public async Task Render_MaybeNeighbours_MarksTheLengthsBesideTheOneShown()
    {
        using var folder = new TemporaryFolder();

        var code = await CommandLine.RunAsync(
            ["render", "--out", folder.File("set"), "--count", "1", "--size", "48x64", "--calm", "--maybe-neighbours", "--values",
                "skirt_length:Short Length"]);

        Assert.Equal(ExitCode.Success, code);
        var labels = File.ReadAllLines(folder.File("set/Annotations/label.csv")).Select(line => line.Split(','))
            .ToDictionary(row => row[1], row => row[2]);
        Assert.Equal("nymnnn", labels["skirt_length_labels"]); // Invisible is no neighbour
        Assert.Equal("ynnnnnnn", labels["coat_length_labels"]);
    }

    [Theory]
    [InlineData("skirt_length:Midi Length=0", "no whole weight from 1 to 1000")]
    [InlineData("skirt_length:Nowhere=2", "not attribute:value")]
    public async Task Render_WrongValue_SaysWhatIsWrong(string value, string expected)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.StartAsync("", "render", "--out", folder.File("set"), "--values", value);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("set")));
    }
}
