using System.IO.Compression;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Tests.Shop.Arms;

namespace FashionRecs.Web.Tests.Research;

public class ExportTests
{
    [Fact]
    public async Task Exports_OfARunningExperiment_NameNoAccount()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var shopper = await shop.ShopperInAsync("control");
        await ArmShop.TellAsync(shopper, (await ArmShop.TokensAsync(shopper))[0], "impression");
        var unit = (await shop.LogAsync()).Exposures[0].Unit;
        var researcher = await shop.ResearcherAsync();

        var texts = new List<string>();
        foreach (var file in new[] { "exposures.csv", "outcomes.csv", "analysis.json" })
        {
            texts.Add(await researcher.GetStringAsync($"/research/experiments/why/{file}"));
        }

        using var zip = new ZipArchive(await researcher.GetStreamAsync("/research/experiments/why/package.zip?phase=1"));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            texts.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        Assert.All(texts, text => Assert.DoesNotContain(unit, text));
        // The same pseudonym in every file, and in one that is made later.
        var pseudonym = texts[0].Split("\r\n")[1].Split(',')[2];
        Assert.Equal(24, pseudonym.Length);
        Assert.Contains($"/{pseudonym},", texts[1]);
        Assert.Contains(texts.Skip(3), text => text.Contains($"{pseudonym},control,counted,"));
        Assert.Equal(texts[0], await researcher.GetStringAsync("/research/experiments/why/exposures.csv"));
    }
}
