using FashionRecs.Application.Accounts;
using FashionRecs.Application.Research;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shop;
using FashionRecs.Experiments.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>Two rankings in one list, from their design to their report, in a browser.</summary>
public class InterleavingPagesTests(Browser browser, ResearchShop shop) : BrowserTest(browser, shop.Server.Address),
    IClassFixture<ResearchShop>
{
    [Fact]
    public async Task Rankings_FromTheirDesignToTheirReport_AreShownAndCredited()
    {
        const string Key = "two-rankings";
        var researcher = await VisitAsync();
        await researcher.SignInAsAsync(shop.Server, Roles.Researcher);
        await DesignAsync(researcher, Key);
        var (experiment, revision) = (await shop.Experiments.FindAsync(Key))!.Value;
        await shop.Experiments.SaveAsync(
            shop.Server.Services.GetRequiredService<ExperimentActions>().Start(experiment, [], "grace@example.org"), revision);

        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 3);
        await shopper.Page.RunAndWaitForResponseAsync(() => shopper.OpenAsync("/"), Logged);
        await Assertions.Expect(shopper.Page.Locator("article.card [data-click=like]").First).ToBeVisibleAsync();
        Assert.Equal(0, await shopper.Page.Locator(".card-why").Filter(new() { HasText = "because of" }).CountAsync());
        await shopper.ShowAsync("interleaved-row");
        await shopper.Page.RunAndWaitForResponseAsync(
            () => shopper.Page.Locator("article.card [data-click=like]").First.ClickAsync(),
            response => response.Url.EndsWith("/clicks", StringComparison.Ordinal));

        var log = await Polling.UntilAsync(async () =>
            (await shop.Server.Services.GetRequiredService<InterleavingReader>().ReadAsync(Key))!, read => read.Credits.Count == 1);
        Assert.Single(log.Credits);
        foreach (var (name, path) in new[] { ("experiment", ""), ("results", "/results"), ("report", "/report") })
        {
            await researcher.OpenAsync($"/research/experiments/{Key}{path}");
            await researcher.CheckAsync($"interleaving-{name}");
        }

        await Assertions.Expect(researcher.Page.Locator("[data-conclusion]")).ToContainTextAsync("1 of ");
        await Assertions.Expect(researcher.Page.Locator("[data-teams] [data-credited]")).ToHaveCountAsync(2);
        await researcher.OpenAsync("/research");
        await Assertions.Expect(researcher.Page.Locator("main"))
            .ToContainTextAsync("in one list: as the shop ranks · the same for everybody");
    }

    private static async Task DesignAsync(Visitor researcher, string key)
    {
        var page = researcher.Page;
        await researcher.OpenAsync("/research/new");
        await page.GetByLabel("Key, used in links and seeds").FillAsync(key);
        await page.GetByLabel("Hypothesis: what do you expect, and why?").FillAsync("Taste beats what others chose.");
        await page.Locator("[data-setting=interleaving]").CheckAsync();
        await DesignSteps.NextAsync(page, "Arms");
        await page.Locator("[data-ranking=a]").SelectOptionAsync("as-the-shop");
        await page.Locator("[data-ranking=b]").SelectOptionAsync("as-the-shop");
        await page.Locator("form.design button.strong").ClickAsync();
        await Assertions.Expect(page.Locator(".step-problems")).ToContainTextAsync("Both rankings are the same");
        await page.Locator("[data-ranking=b]").SelectOptionAsync("popular");
        await Assertions.Expect(page.Locator("[data-explained]")).ToContainTextAsync("no reasons");
        foreach (var step in new[] { "Place", "Size", "Preregistration" })
        {
            await researcher.CheckAsync($"interleaving-design-before-{step}");
            await DesignSteps.NextAsync(page, step);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-needs-reviewer]")).ToBeVisibleAsync();
    }

    private static bool Logged(IResponse response) => response.Url.EndsWith("/shown", StringComparison.Ordinal) && response.Ok;
}
