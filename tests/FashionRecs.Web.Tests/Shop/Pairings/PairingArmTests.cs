using FashionRecs.Application.Complements;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Web.Tests.Shop.Arms;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Pairings;

/// <summary>What an experiment on explanations leaves of the explanations of pairings.</summary>
public class PairingArmTests
{
    [Theory]
    [InlineData("None", false)]
    [InlineData("Box", false)]
    [InlineData("Placebo", false)]
    [InlineData("Words", true)]
    [InlineData("AsTheShop", true)]
    [InlineData("BoxWithWordsAndShares", true)]
    public async Task Product_AnArmOfAView_LeavesTheOtherArmsCompanyToBeExplainedOnlyBesideTrueWords(string view, bool explains)
    {
        await using var shop = await ArmShop.OpenAsync(new BoxWithWords(), ExplanationViews.Find(view));
        // The control says why in words; it is silent where the other arm must be.
        var shopper = await shop.ShopperInAsync("control");
        await shop.Services.GetRequiredService<PairingService>().NewestAsync(PairingQuestion.About("p1"));

        var page = await shopper.GetStringAsync("/product/p1");

        Assert.Contains("data-page=\"company\"", page);
        Assert.Equal(explains, page.Contains("card-sum", StringComparison.Ordinal));
        Assert.Equal(explains, page.Contains("Similar to this one", StringComparison.Ordinal));
    }
}
