using FashionRecs.Application.Shop;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shop;
using FashionRecs.Experiments.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>Shoppers whose first page is a product's own, as after following a link, and who like it at once.</summary>
public class FirstVisitTests(Browser browser, ResearchShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ResearchShop>
{
    [Fact]
    public async Task Like_OnTheFirstPage_CountsOnceAndBelongsToWhatWasOnScreen()
    {
        // Somebody whose taste is known from before the start.
        var known = await VisitAsync();
        await known.LikeAsync(shop.Server, "V Neckline", 3);
        await ResearchShop.StartAsync(shop.Server.Services, "first-visit");
        await OpenAsync(known, 4);
        await LikesAsync(known);
        await CarriesTheLikeAsync(known, "neckline_design: V Neckline");

        // Nothing is known of somebody else: that they opened it is no reason to name, so that their like comes before the exposure and
        // does not count.
        var stranger = await VisitAsync();
        await OpenAsync(stranger, 2);
        await Assertions.Expect(stranger.Page.Locator("[data-sentence]", new() { HasText = "because of its" })).ToHaveCountAsync(0);
        await LikesAsync(stranger);
        await Assertions.Expect(stranger.Page.Locator("[data-sentence]")).ToContainTextAsync("because of its");
        var (exposure, outcomes) = await EntryAsync(stranger, "first-visit");
        Assert.NotNull(exposure.Reason);
        Assert.DoesNotContain(outcomes, outcome => outcome.Kind is OutcomeKind.Like or OutcomeKind.LikeOpened);
    }

    [Fact]
    public async Task Like_BeforeAnythingIsExplained_DoesNotCountButWhatIsExplainedThenDoes()
    {
        await ResearchShop.StartAsync(shop.Server.Services, "nothing-yet");
        var shopper = await VisitAsync();
        // What they do cannot reach the shop, so that it learns nothing and has nothing to explain.
        await shopper.Context.RouteAsync("**/clicks", route => route.AbortAsync());
        await OpenAsync(shopper, 3);
        await shopper.Page.RunAndWaitForResponseAsync(() => shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true })
            .ClickAsync(), Sent("/shown"));
        Assert.Empty(await shop.Log.OfUnitAsync(await UnitAsync(shopper)));
        await shopper.Context.UnrouteAllAsync();
        await shopper.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(shopper.Page.Locator("[data-sentence]")).ToContainTextAsync("because of its");

        // The same page, still open, explains now: that is the exposure. The like came before it.
        var (exposure, outcomes) = await EntryAsync(shopper, "nothing-yet");
        Assert.NotNull(exposure.Reason);
        Assert.DoesNotContain(outcomes, outcome => outcome.Kind is OutcomeKind.Like or OutcomeKind.LikeOpened);
        await shopper.Page.RunAndWaitForResponseAsync(() => shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Add to the bag" })
            .ClickAsync(), Sent("/clicks"));
        var (_, later) = await EntryAsync(shopper, "nothing-yet");
        Assert.Single(later, outcome => outcome.Kind == OutcomeKind.Bag);
    }

    private async Task OpenAsync(Visitor visitor, int number)
    {
        var items = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items;
        await visitor.OpenAsync(
            $"/product/{items.Where(item => item.Readings.Any(reading => reading.Top.Code == "V Neckline")).ElementAt(number).Product.Id}");
    }

    private static async Task LikesAsync(Visitor visitor)
    {
        await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.RunAndWaitForResponseAsync(() =>
                visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync(),
            Sent("/clicks")), Sent("/shown"));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
    }

    private async Task CarriesTheLikeAsync(Visitor visitor, string reason)
    {
        var (exposure, outcomes) = await EntryAsync(visitor, "first-visit");
        Assert.Equal((reason, 1), (exposure.Reason, exposure.Position));
        var like = Assert.Single(outcomes, outcome => outcome.Kind is OutcomeKind.Like or OutcomeKind.LikeOpened);
        Assert.Equal((exposure.Id, exposure.Product), (like.ExposureId, like.Product));
    }

    /// <summary>
    /// The visitor's entry of one experiment, once it is there: the exposures of one page are logged one after the other.
    /// </summary>
    private async Task<(Exposure Exposure, IReadOnlyList<Outcome> Outcomes)> EntryAsync(Visitor visitor, string experiment)
    {
        var unit = await UnitAsync(visitor);
        var mine = await Polling.UntilAsync(
            async () => (await shop.Log.OfUnitWithOutcomesAsync(unit)).Where(entry => entry.Exposure.Experiment == experiment).ToArray(),
            entries => entries.Length > 0);
        return Assert.Single(mine);
    }

    private static async Task<string> UnitAsync(Visitor visitor) =>
        (await (await visitor.Page.APIRequest.GetAsync("/account/data")).JsonAsync())!.Value.GetProperty("shopper").GetString()!;

    private static Func<IResponse, bool> Sent(string path) =>
        response => response.Url.EndsWith(path, StringComparison.Ordinal) && response.Ok;
}
