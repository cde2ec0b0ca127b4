using System.Text.Json;
using FashionRecs.Tests;

namespace FashionRecs.Cli.Tests.Commands;

public class LengthsCommandTests
{
    [Fact]
    public async Task Lengths_DrawingsAlone_MeasuresEveryOrderOnTheSameGarments()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();

        var code = await CommandLine.RunAsync([
            "lengths", "--sources", "none", "--drawings", "50", "--weights", TinyNetwork.Save(folder, network),
            "--json", folder.File("out.json")]);

        Assert.Equal(ExitCode.Success, code);
        var report = JsonDocument.Parse(File.ReadAllText(folder.File("out.json"))).RootElement;
        Assert.Empty(report.GetProperty("answers").EnumerateArray());
        var orders = report.GetProperty("orders").EnumerateArray().ToLookup(one => one.GetProperty("attribute").GetString());
        Assert.NotEmpty(orders);
        Assert.All(orders, length =>
        {
            Assert.Equal(3, length.Count());
            Assert.Single(length.Select(one => one.GetProperty("garments").GetInt32()).Distinct());
        });
    }
}
