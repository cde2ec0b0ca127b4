using System.Net.Http.Json;
using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Web.Tests.Shop.Arms;

public class PreviewTests
{
    private const string Bar = "Preview of the arm “treatment” of “why”";

    [Fact]
    public async Task Pages_OnceAnArmIsLookedAt_ShowItUntilItIsEnded()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var researcher = await shop.ResearcherAsync();
        await ArmShop.LikesAsync(researcher);
        var real = await ArmShop.TokensAsync(researcher);
        Assert.NotEmpty(real);

        foreach (var path in new[] { $"/?{ArmShop.Key}=1", "/", "/catalog", "/catalog?neckline_design=V%20Neckline",
            "/product/p5?but=neckline_design:Round%20Neckline", "/saved", "/style", "/research?phase=1" })
        {
            Assert.Contains(Bar, System.Net.WebUtility.HtmlDecode(await researcher.GetStringAsync(path)));
            Assert.Empty(await ArmShop.TokensAsync(researcher, path));
        }

        await researcher.GetAsync("/preview/end");
        Assert.DoesNotContain("Preview of the arm", await researcher.GetStringAsync("/catalog"));
        Assert.NotEmpty(await ArmShop.TokensAsync(researcher));
    }

    [Fact]
    public async Task Clicks_WhileAnArmIsLookedAt_AreNoOutcomes()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var researcher = await shop.ResearcherAsync();
        await ArmShop.LikesAsync(researcher);
        await ArmShop.TellAsync(researcher, (await ArmShop.TokensAsync(researcher))[0], "seen");

        await researcher.GetStringAsync($"/?{ArmShop.Key}=0");
        await researcher.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "p1" });
        Assert.Empty((await shop.LogAsync()).Outcomes);

        await researcher.GetAsync("/preview/end");
        await researcher.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "p2" });
        Assert.Equal("p2", Assert.Single((await shop.LogAsync()).Outcomes).Product);
    }
}
