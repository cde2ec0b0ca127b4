using FashionRecs.Core.Experiments.Lifecycle;
using FashionRecs.Core.Experiments.Views;

namespace FashionRecs.Web.Tests.Shop.Arms;

public class ShownViewsTests
{
    [Theory]
    [InlineData(ExplanationView.None, false, false, false)]
    [InlineData(ExplanationView.Words, true, false, false)]
    [InlineData(ExplanationView.Box, false, true, false)]
    [InlineData(ExplanationView.Map, false, false, false)]
    [InlineData(ExplanationView.BoxWithWords, true, true, false)]
    [InlineData(ExplanationView.BoxWithWordsAndShares, true, true, true)]
    [InlineData(ExplanationView.Placebo, true, true, false)]
    public async Task Home_ArmsView_ShowsItsPartsOnly(ExplanationView view, bool words, bool box, bool shares)
    {
        await using var shop = await ArmShop.OpenAsync(ExplanationView.None, view);
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

    [Fact]
    public async Task Product_ArmWithoutExplanation_SaysNothing()
    {
        await using var shop = await ArmShop.OpenAsync(ExplanationView.Words, ExplanationView.None);
        var shopper = await shop.ShopperInAsync("treatment");

        var page = await shopper.GetStringAsync("/product/p5");

        Assert.DoesNotContain("Why this", page);
        Assert.DoesNotContain("class=\"region\"", page);
        Assert.Contains("data-shown=", page);
    }

    [Fact]
    public async Task Product_ExperimentOfCardsOnly_ShowsWhatItAlwaysShows()
    {
        await using var shop = await ArmShop.OpenAsync(ExplanationView.None, ExplanationView.None, design => design with { Surface = ExplanationSurface.Cards });
        var shopper = await shop.ShopperInAsync("treatment");

        Assert.Contains("class=\"shares\"", await shopper.GetStringAsync("/product/p5"));
        Assert.DoesNotContain("because of its", await shopper.GetStringAsync("/"));
    }

    [Fact]
    public async Task Home_Shopper_CannotAskForAnArm()
    {
        await using var shop = await ArmShop.OpenAsync(ExplanationView.None, ExplanationView.Words);
        var shopper = await shop.ShopperInAsync("control");

        var page = await shopper.GetStringAsync($"/?{ArmShop.Key}=1");

        Assert.DoesNotContain("because of its", page);
        Assert.DoesNotContain("Preview of the arm", page);
    }

    [Fact]
    public async Task Home_SameShopper_StaysInTheArm()
    {
        await using var shop = await ArmShop.OpenAsync(ExplanationView.None, ExplanationView.Words);
        var shopper = await shop.ShopperInAsync("treatment");

        for (var visit = 0; visit < 5; visit++)
        {
            Assert.Contains("because of its", await shopper.GetStringAsync("/"));
        }
    }
}
