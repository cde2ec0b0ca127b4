using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Interleaving.DataPackage;
using FashionRecs.Experiments.Tests.DataPackage;

namespace FashionRecs.Experiments.Tests.Interleaving;

/// <summary>The scripts of an interleaving's data package compute every number of its report again.</summary>
public sealed class InterleavingReproduceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("interleaving");

    [Theory]
    [InlineData("python3", 300, 0.1, InterleavingCredit.Liked)]
    [InlineData("python3", 40, 0.3, InterleavingCredit.Opened)]
    [InlineData("python3", 5, 0, InterleavingCredit.Liked)]
    [InlineData("Rscript", 300, 0.1, InterleavingCredit.Liked)]
    [InlineData("Rscript", 40, 0.3, InterleavingCredit.Opened)]
    [InlineData("Rscript", 5, 0, InterleavingCredit.Liked)]
    public async Task Script_OfAnInterleaving_FindsTheNumbersOfTheReport(string program, int shoppers, double likes,
        InterleavingCredit credit)
    {
        await UnpackAsync(InterleavingTrial.Of(shoppers, likes, 1.5 * likes, credit: credit));

        var (code, said) = await PackageScripts.RunAsync(folder, program);

        Assert.True(code == 0, said);
        Assert.Contains("numbers of the report were reproduced", said);
    }

    [Theory]
    [InlineData("python3")]
    [InlineData("Rscript")]
    public async Task Script_ReportWithAnotherNumber_Fails(string program)
    {
        await UnpackAsync(InterleavingTrial.Of(40, 0.2, 0.3));
        var report = Path.Combine(folder.FullName, "report.csv");
        await File.WriteAllTextAsync(report, (await File.ReadAllTextAsync(report)).Replace(
            ",for_a,", ",for_a,1", StringComparison.Ordinal));

        var (code, said) = await PackageScripts.RunAsync(folder, program);

        Assert.Equal(1, code);
        Assert.Contains("for_a", said);
    }

    [Fact]
    public async Task Package_OfShoppers_NamesNoneOfThem()
    {
        await UnpackAsync(InterleavingTrial.Of(20, 0.2, 0.3));

        Assert.All(folder.GetFiles(), file => Assert.DoesNotContain("shopper-", File.ReadAllText(file.FullName)));
        Assert.Contains("deleted_on_request,2", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "settings.csv")));
    }

    private Task UnpackAsync(InterleavingLog log) => PackageScripts.UnpackAsync(folder, file => InterleavingPackage.WriteAsync(
        file, log, InterleavingAnalysis.Of(log, code => code), new Pseudonyms(new byte[32]), InterleavingTrial.Start,
        TestContext.Current.CancellationToken));

    public void Dispose() => folder.Delete(recursive: true);
}
