using System.Text.Json;
using FashionRecs.Tests;

namespace FashionRecs.Cli.Tests.Commands;

public class ManipulationCommandTests
{
    [Fact]
    public async Task Manipulation_DrawingsAlone_MeasuresEverySearchOnTheSameQuestions()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();

        var code = await CommandLine.RunAsync([
            "manipulation", "--sources", "none", "--pairs", "2", "--weights", TinyNetwork.Save(folder, network),
            "--json", folder.File("out.json")]);

        Assert.Equal(ExitCode.Success, code);
        var all = JsonDocument.Parse(File.ReadAllText(folder.File("out.json"))).RootElement.GetProperty("figures").EnumerateArray()
            .Where(one => one.GetProperty("attribute").GetString() == "all"
                && one.GetProperty("pictures").GetString() == "drawings, the same garment").ToArray();
        Assert.Equal(4, all.Length);
        Assert.All(all, one =>
        {
            Assert.Equal(2 * one.GetProperty("asked").GetInt32(), one.GetProperty("questions").GetInt32());
            double Within(string places) => one.GetProperty(places).GetProperty("mean").GetDouble();
            Assert.InRange(Within("five"), Within("first"), Within("ten"));
        });
        Assert.Single(all.Select(one => one.GetProperty("questions").GetInt32()).Distinct());
    }
}
