using System.Text.RegularExpressions;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Tests;

namespace FashionRecs.Web.Tests.Shop.Arms;

public partial class ArmExplainerTests
{
    [Theory]
    [InlineData("None", false, false, false)]
    [InlineData("Words", true, false, false)]
    [InlineData("Box", false, true, false)]
    [InlineData("Map", false, false, false)]
    [InlineData("BoxWithWords", true, true, false)]
    [InlineData("BoxWithWordsAndShares", true, true, true)]
    [InlineData("Placebo", true, true, false)]
    [InlineData("AsTheShop", true, true, false)]
    public async Task Home_ArmsView_ShowsItsPartsOnly(string view, bool words, bool box, bool shares)
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), ExplanationViews.Find(view));
        var shopper = await shop.ShopperInAsync("treatment");

        var page = await shopper.GetStringAsync("/");

        Assert.Equal(words, page.Contains("because of its", StringComparison.Ordinal));
        Assert.Equal(box, page.Contains("class=\"region\"", StringComparison.Ordinal));
        Assert.Equal(shares, page.Contains("card-shares", StringComparison.Ordinal));
        if (!words)
        {
            Assert.DoesNotContain("V-neckline", page);
        }
    }

    [Theory]
    [InlineData("BoxWithWords", true)]
    [InlineData("None", false)]
    [InlineData("Placebo", false)]
    [InlineData("AsTheShop", true)]
    public async Task Home_MoreOrLessOfAValue_CanBeAskedForWhereEveryArmSaysWhy(string control, bool argues)
    {
        await using var shop = await ArmShop.OpenAsync(ExplanationViews.Find(control), new WordsOnly());

        var page = await (await shop.ShopperInAsync("treatment")).GetStringAsync("/");

        Assert.Contains("because of its", page);
        Assert.Equal(argues, page.Contains("data-click=\"more\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Words", "None")]
    [InlineData("BoxWithWords", "Placebo")]
    [InlineData("AsTheShop", "Box")]
    public async Task Home_BesideAnArmThatKeepsSilent_SaysTheSameInEveryArm(string control, string treatment)
    {
        await using var shop = await ArmShop.OpenAsync(ExplanationViews.Find(control), ExplanationViews.Find(treatment));
        var vocabulary = AttributeVocabularyFile.Default;
        for (var number = 0; number < 8; number++)
        {
            await shop.ImportAsync($"more{number}", new FakeProjector(vocabulary.TryFind("neckline_design", "V Neckline")!));
        }

        var (one, other) = (await HeadingsAsync("control"), await HeadingsAsync("treatment"));

        Assert.Equal(one, other);
        Assert.Equal("Picked for you", one[0]);
        Assert.Equal(one.Distinct(), one);

        async Task<string[]> HeadingsAsync(string arm) =>
            [.. Heading().Matches(await (await shop.ShopperInAsync(arm)).GetStringAsync("/")).Select(match => match.Groups[1].Value)];
    }

    [Theory]
    [InlineData("None", false)]
    [InlineData("Placebo", false)]
    [InlineData("Words", true)]
    public async Task Home_TitlesOfRows_TellWhyOnlyWhereEveryArmDoes(string view, bool tells)
    {
        await using var shop = await ArmShop.OpenAsync(ExplanationViews.Find(view), new WordsOnly());
        var vocabulary = AttributeVocabularyFile.Default;
        for (var number = 0; number < 8; number++)
        {
            await shop.ImportAsync($"more{number}", new FakeProjector(vocabulary.TryFind("neckline_design", "V Neckline")!));
        }

        var page = await (await shop.ShopperInAsync("treatment")).GetStringAsync("/");

        Assert.Equal(tells, page.Contains("More with", StringComparison.Ordinal));
        Assert.DoesNotContain(tells ? "More for you" : "More with", page);
    }

    [Fact]
    public async Task Product_ArmWithoutExplanation_SaysNothing()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new NoExplanation());
        var shopper = await shop.ShopperInAsync("treatment");

        var page = await shopper.GetStringAsync("/product/p5");

        Assert.DoesNotContain("Why this", page);
        Assert.DoesNotContain("class=\"region\"", page);
        Assert.Contains("data-shown=", page);
    }

    [Theory]
    [InlineData("None", ExplanationSurface.Everywhere, false, false)]
    [InlineData("None", ExplanationSurface.ProductPage, false, false)]
    [InlineData("Map", ExplanationSurface.Everywhere, false, false)]
    [InlineData("Words", ExplanationSurface.Cards, true, false)]
    [InlineData("BoxWithWords", ExplanationSurface.Everywhere, true, true)]
    public async Task Product_LikeThisBut_ItsCardsShowTheArmsView(string view, ExplanationSurface surface, bool words, bool box)
    {
        await using var shop =
            await ArmShop.OpenAsync(new NoExplanation(), ExplanationViews.Find(view), design => design with { Surface = surface });
        var vocabulary = AttributeVocabularyFile.Default;
        await shop.ImportAsync("round",
            new FakeProjector(vocabulary.TryFind("neckline_design", "Round Neckline")!,
            vocabulary.TryFind("sleeve_length", "Long Sleeves")!));
        var shopper = await shop.ShopperInAsync("treatment", "/product/p5");

        var page = await shopper.GetStringAsync("/product/p5?but=neckline_design:Round%20Neckline");

        var part = page[page.IndexOf("but-heading", StringComparison.Ordinal)..];
        Assert.Contains("but with a round neckline", part);
        Assert.Contains("data-product-card=\"round\"", part);
        Assert.Equal(words, part.Contains("because of its", StringComparison.Ordinal));
        Assert.Equal(box, part.Contains("class=\"region\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Product_ALittleShorter_IsOfferedAndShowsWhatSurelyIs()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new NoExplanation());
        var vocabulary = AttributeVocabularyFile.Default;
        await shop.ImportAsync("short",
            new FakeProjector(vocabulary.TryFind("neckline_design", "Round Neckline")!,
                vocabulary.TryFind("sleeve_length", "Short Sleeves")!));
        await shop.ImportAsync("long",
            new FakeProjector(vocabulary.TryFind("neckline_design", "Round Neckline")!,
                vocabulary.TryFind("sleeve_length", "Long Sleeves")!));
        var shopper = await shop.ShopperInAsync("treatment", "/product/long");

        Assert.Contains("length=sleeve_length%3Ashorter", await shopper.GetStringAsync("/product/long"));
        var page = await shopper.GetStringAsync("/product/long?length=sleeve_length:shorter");

        var part = page[page.IndexOf("but-heading", StringComparison.Ordinal)..];
        Assert.Contains("but a little shorter: sleeve length", part);
        Assert.Contains("data-product-card=\"short\"", part);
        Assert.Contains("Nothing else of this kind is surely longer.",
            await shopper.GetStringAsync("/product/long?length=sleeve_length:longer"));
    }

    [Fact]
    public async Task Product_ExperimentOfCardsOnly_ShowsWhatItAlwaysShows()
    {
        await using var shop =
            await ArmShop.OpenAsync(new NoExplanation(), new NoExplanation(), design => design with { Surface = ExplanationSurface.Cards });
        var shopper = await shop.ShopperInAsync("treatment");

        Assert.Contains("class=\"shares\"", await shopper.GetStringAsync("/product/p5"));
        Assert.DoesNotContain("because of its", await shopper.GetStringAsync("/"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/product/p5")]
    public async Task Page_ArmAsTheShopDoesIt_IsThePageWithoutAnExperiment(string path)
    {
        await using var shop = await ArmShop.OpenAsync(new AsTheShop(), new AsTheShop());
        var shopper = await shop.ShopperInAsync("treatment");

        var inside = await MainAsync();
        await shop.StopAsync();

        Assert.Contains("because of its", inside);
        Assert.Equal(await MainAsync(), inside);

        async Task<string> MainAsync() =>
            Impression().Replace((await shopper.GetStringAsync(path)).Split("<main", 2)[1].Split("</main>", 2)[0], "");
    }

    [Fact]
    public async Task Home_Shopper_CannotAskForAnArm()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly());
        var shopper = await shop.ShopperInAsync("control");

        var page = await shopper.GetStringAsync($"/?{ArmShop.Key}=1");

        Assert.DoesNotContain("because of its", page);
        Assert.DoesNotContain("Preview of the arm", page);
    }

    [Fact]
    public async Task Home_SameShopper_StaysInTheArm()
    {
        await using var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly());
        var shopper = await shop.ShopperInAsync("treatment");

        for (var visit = 0; visit < 5; visit++)
        {
            Assert.Contains("because of its", await shopper.GetStringAsync("/"));
        }
    }

    [GeneratedRegex("<h[12][^>]*>([^<]*)<")]
    private static partial Regex Heading();

    [GeneratedRegex(" data-(shown|impression)=\"[^\"]*\"")]
    private static partial Regex Impression();
}
