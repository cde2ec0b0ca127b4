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
            Assert.InRange(one.GetProperty("five").GetProperty("mean").GetDouble(), one.GetProperty("first").GetProperty("mean").GetDouble(),
                one.GetProperty("ten").GetProperty("mean").GetDouble());
        });
        Assert.Single(all.Select(one => one.GetProperty("questions").GetInt32()).Distinct());
    }
}
