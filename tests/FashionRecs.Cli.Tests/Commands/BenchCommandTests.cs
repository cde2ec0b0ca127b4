using FashionRecs.Tests;
using System.Text.Json;
using FashionRecs.Cli;

namespace FashionRecs.Cli.Tests.Commands;

public class BenchCommandTests
{
    [Fact]
    public async Task Bench_FolderOfPictures_GivesRatesSharesAndRatios()
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        folder.Write("in/a.jpg", Pictures.Corner(90, 120));
        folder.Write("in/b.jpg", Pictures.Corner(60, 60));

        var code = await CommandLine.RunAsync(
            ["bench", "--images", folder.File("in"), "--weights", weights, "--count", "8", "--runs", "2", "--batch", "3", "--json",
            folder.File("out.json")]);

        Assert.Equal(ExitCode.Success, code);
        var figures = JsonDocument.Parse(File.ReadAllText(folder.File("out.json"))).RootElement;
        Assert.Equal(8, figures.GetProperty("end_to_end").GetProperty("pictures").GetInt32());
        Assert.Equal(1, figures.GetProperty("shares").EnumerateObject().Sum(share => share.Value.GetDouble()), 1e-6);
        foreach (var name in new[] { "end_to_end", "network_alone", "network_one_caller", "grad_cam", "grad_cam_shared", "looked_at",
            "judged" })
        {
            Assert.True(figures.GetProperty(name).GetProperty("pictures_per_second").GetDouble() > 0, name);
        }

        Assert.True(figures.GetProperty("end_to_end_over_network").GetDouble() > 0);
    }

    [Theory]
    [InlineData("--count", "0")]
    [InlineData("--threads", "-1")]
    [InlineData("--images", "/nowhere")]
    public async Task Bench_ImpossibleOption_IsWrongUsage(string option, string value)
    {
        using var folder = new TemporaryFolder();
        var weights = TinyNetwork.Save(folder, TinyNetwork.Create());
        folder.Write("in/a.jpg", Pictures.Corner(90, 120));
        string[] images = option == "--images" ? [] : ["--images", folder.File("in")];

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["bench", .. images, "--weights", weights, option, value]));
    }
}
