using System.Net.Http.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Tests;

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

    [Theory]
    [InlineData("9", "“why” has no arm 9: its arms are numbered 0 to 1.")]
    [InlineData("2", "“why” has no arm 2: its arms are numbered 0 to 1.")]
    public async Task Pages_NumberOfNoArm_SayThatThereIsNone(string number, string expected)
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxOnly());
        var researcher = await shop.ResearcherAsync();

        var alone = await PageAsync($"/?{ArmShop.Key}={number}");
        Assert.Contains(expected, alone);
        Assert.DoesNotContain("Preview of the arm", alone);

        await researcher.GetStringAsync($"/?{ArmShop.Key}=1");
        var during = await PageAsync($"/?{ArmShop.Key}={number}");
        Assert.Contains(expected, during);
        Assert.Contains(Bar, during);

        foreach (var path in new[] { $"/?{ArmShop.Key}=0", $"/?{ArmShop.Key}=x", "/?page=9", "/" })
        {
            Assert.DoesNotContain("has no arm", await PageAsync(path));
        }

        Assert.DoesNotContain("has no arm", await shop.Stranger().GetStringAsync($"/?{ArmShop.Key}={number}"));

        async Task<string> PageAsync(string path) => System.Net.WebUtility.HtmlDecode(await researcher.GetStringAsync(path));
    }

    [Fact]
    public async Task Preview_ResearcherWithoutTaste_SeesReasonsAndWhoseTheyAre()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly());
        var neck = new FakeProjector(Value("neckline_design", "V Neckline"), Value("sleeve_length", "Long Sleeves"));
        var plain = new FakeProjector(Value("sleeve_length", "Sleeveless"));
        for (var number = 0; number < 14; number++)
        {
            await shop.ImportAsync($"q{number}", plain);
        }

        // The sample shopper likes eight; there have to be more of the kind.
        for (var number = 0; number < 4; number++)
        {
            await shop.ImportAsync($"r{number}", neck);
        }

        var researcher = await shop.ResearcherAsync();
        Assert.DoesNotContain("because of its", await researcher.GetStringAsync("/"));

        var page = System.Net.WebUtility.HtmlDecode(await researcher.GetStringAsync($"/?{ArmShop.Key}=1"));

        Assert.Contains("because of its", page);
        Assert.Contains("you see what a sample shopper would.", page);
        Assert.DoesNotContain("because of its", await researcher.GetStringAsync($"/?{ArmShop.Key}=0"));
    }

    private static AttributeValue Value(string attribute, string value) => AttributeVocabularyFile.Default.TryFind(attribute, value)!;
}
