using System.Net.Http.Json;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Web.Tests.Shop.Arms;

/// <summary>Two experiments at once, each in a layer of its own: one decides cards, the other product pages.</summary>
public class LayersTests
{
    private const string Pages = "about-pages";

    [Fact]
    public async Task Pages_TwoLayersAtOnce_EachPlaceShowsItsArmAndBothCount()
    {
        await using var shop = await OpenAsync();
        var shopper = await shop.ShopperInAsync("treatment");

        var home = await shopper.GetStringAsync("/");
        Assert.Contains("because of its", home);
        Assert.DoesNotContain("class=\"region\"", home);
        var page = await shopper.GetStringAsync("/product/p5");
        Assert.DoesNotContain("Why this", page);

        await ArmShop.TellAsync(shopper, (await ArmShop.TokensAsync(shopper))[0], "impression");
        var token = (await ArmShop.TokensAsync(shopper, "/product/p5"))[0];
        await ArmShop.TellAsync(shopper, token, "seen");
        var message = Guid.NewGuid();
        await ArmShop.TellAsync(shopper, token, "dwell", 7, message);
        await ArmShop.TellAsync(shopper, token, "dwell", 7, message);
        await shopper.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "p5", shown = token });

        var (cards, pages) = (await shop.LogAsync(), await shop.LogAsync(Pages));
        Assert.Equal(new WordsOnly(), Assert.Single(cards.Exposures).View);
        Assert.Equal(new NoExplanation(), Assert.Single(pages.Exposures).View);
        Assert.Equal([OutcomeKind.Impression, OutcomeKind.Dwell, OutcomeKind.Bag], cards.Outcomes.Select(outcome => outcome.Kind));
        Assert.Equal([OutcomeKind.Dwell, OutcomeKind.Bag], pages.Outcomes.Select(outcome => outcome.Kind));
        // The unit is one and the same, so that their arms are dealt to it independently.
        Assert.Equal(cards.Exposures[0].Unit, pages.Exposures[0].Unit);
    }

    [Fact]
    public async Task Start_TwoLayersAboutOnePlace_IsRefused()
    {
        await using var shop = await OpenAsync();

        var refusal =
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
            shop.StartAsync("third", new NoExplanation(), new WordsOnly(), In("third", ExplanationSurface.Everywhere)));

        Assert.Contains("one place shows one view", refusal.Message);
    }

    private static async Task<ArmShop> OpenAsync()
    {
        var shop = await ArmShop.OpenAsync(new NoExplanation(), new WordsOnly(), In("cards", ExplanationSurface.Cards));
        await shop.StartAsync(Pages, new NoExplanation(), new NoExplanation(), In("pages", ExplanationSurface.ProductPage));
        return shop;
    }

    private static Func<ExperimentDesign, ExperimentDesign> In(string layer, ExplanationSurface surface) =>
        design => design with { Surface = surface, Slot = new LayerSlot(layer, new BucketRange(0, 1)) };
}
