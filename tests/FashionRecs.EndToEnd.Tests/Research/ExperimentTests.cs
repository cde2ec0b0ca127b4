using FashionRecs.Application.Accounts;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shop;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

public class ExperimentTests(Browser browser, ResearchShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ResearchShop>
{
    private const string Key = "marked-regions";

    [Fact]
    public async Task Experiment_FromDraftToExport_ShoppersSeeTheirArmsAndAreCountedOnce()
    {
        var researcher = await VisitAsync();
        await researcher.SignInAsAsync(shop.Server, Roles.Researcher);
        await CreateAsync(researcher);
        var reviewer = await VisitAsync();
        await reviewer.SignInAsAsync(shop.Server, Roles.Researcher);
        await ApproveAsync(reviewer);
        var experiment = (await shop.Experiments.FindAsync(Key))!.Value.Experiment;
        Assert.Equal(ExperimentState.Running, experiment.State);

        var shoppers = new List<Visitor>();
        for (var number = 0; number < 3; number++)
        {
            var shopper = await VisitAsync(phone: number == 2);
            await shopper.LikeAsync(shop.Server, "V Neckline", 3);
            await shopper.Page.RunAndWaitForResponseAsync(() => shopper.OpenAsync("/"), Logged);
            shoppers.Add(shopper);
        }

        foreach (var shopper in shoppers)
        {
            await SeesItsArmAsync(shopper, experiment);
            // The same arm when the page is loaded again, prerendered and then live, and no second exposure.
            await shopper.Page.RunAndWaitForResponseAsync(() => shopper.OpenAsync("/"), Logged);
            await SeesItsArmAsync(shopper, experiment);
        }

        await LosesTheConnectionAsync(shoppers[1]);
        await shoppers[0].Page.RunAndWaitForResponseAsync(
            () => shoppers[0].Page.Locator("article.card[data-shown] [data-click=like]").First.ClickAsync(),
            response => response.Url.EndsWith("/clicks", StringComparison.Ordinal));
        await ResultsFollowAsync(researcher);
        await StopAndExportAsync(researcher);

        // Stopped: the shop shows what it always shows.
        await shoppers[1].OpenAsync("/");
        await Assertions.Expect(shoppers[1].Page.Locator("[data-shown]")).ToHaveCountAsync(0);
        var (exposures, outcomes) = await shop.Log.ReadAsync(Key);
        Assert.Equal(3, exposures.Select(exposure => exposure.Unit).Distinct().Count());
        Assert.Equal(3, exposures.Count);
        Assert.All(exposures, exposure => Assert.True(exposure.Position >= 1 && exposure.Reason is not null));
        Assert.All(outcomes, outcome => Assert.Contains(exposures, exposure => exposure.Id == outcome.ExposureId));
    }

    private static async Task CreateAsync(Visitor researcher)
    {
        var page = researcher.Page;
        await researcher.OpenAsync("/research/new");
        var key = page.GetByLabel("Key, used in links and seeds");
        await key.FillAsync("Not A Key");
        Assert.False(await key.EvaluateAsync<bool>("field => field.checkValidity()"), "the browser takes a key that is none");
        await key.FillAsync(Key);
        Assert.True(await key.EvaluateAsync<bool>("field => field.checkValidity()"));
        await page.GetByLabel("Hypothesis: what do you expect, and why?").FillAsync("A marked region makes a reason easier to believe.");
        await DesignSteps.NextAsync(page, "Arms");
        await page.GetByLabel("Weight of arm 2 in percent").FillAsync("40");
        await page.GetByLabel("Weight of arm 2 in percent").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".step-problems")).ToContainTextAsync("The weights sum to 0.9 and not to 1.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Equal weights" }).ClickAsync();
        await Assertions.Expect(page.Locator(".step-problems li")).ToHaveCountAsync(0);
        await DesignSteps.OpenAsync(page, "Size");
        await Assertions.Expect(page.Locator(".planned-size strong")).ToHaveTextAsync(
            new System.Text.RegularExpressions.Regex("[0-9],[0-9]{3}"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-needs-reviewer]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-preregistration] .hash"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{64}$"));
    }

    /// <summary>Whoever wrote the design cannot.</summary>
    private static async Task ApproveAsync(Visitor reviewer)
    {
        await reviewer.OpenAsync($"/research/experiments/{Key}");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Approve and start" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator(".audit")).ToContainTextAsync("Started phase 1.");
        var pdf = await reviewer.Page.APIRequest.GetAsync($"/research/experiments/{Key}/preregistration.pdf");
        Assert.Equal((200, "application/pdf"), (pdf.Status, pdf.Headers["content-type"]));
    }

    private static async Task SeesItsArmAsync(Visitor shopper, Experiment experiment)
    {
        // The arm by the shopper's own number, not by what the page says.
        var unit = await ShopperNumberAsync(shopper);
        var arm = experiment.ArmOf(unit)!;
        var regions = shopper.Page.Locator("article.card .region");
        await Assertions.Expect(shopper.Page.Locator(".card-why").Filter(new() { HasText = "because of its" }).First).ToBeVisibleAsync();
        if (arm.View is WordsOnly)
        {
            await Assertions.Expect(regions).ToHaveCountAsync(0);
        }
        else
        {
            await Assertions.Expect(regions.First).ToBeVisibleAsync();
        }
    }

    private static async Task<string> ShopperNumberAsync(Visitor shopper)
    {
        var answer = await shopper.Page.APIRequest.GetAsync("/account/data");
        return (await answer.JsonAsync())!.Value.GetProperty("shopper").GetString()!;
    }

    /// <summary>What is seen while the shop cannot be reached is sent afterwards, once.</summary>
    private async Task LosesTheConnectionAsync(Visitor shopper)
    {
        await shopper.Context.RouteAsync("**/shown", route => route.AbortAsync());
        await shopper.Page.RunAndWaitForRequestAsync(() => shopper.OpenAsync("/catalog"),
            request => request.Url.EndsWith("/shown", StringComparison.Ordinal));
        var before = (await shop.Log.ReadAsync(Key)).Outcomes.Count(outcome => outcome.Kind == OutcomeKind.Impression);
        await shopper.Page.RunAndWaitForResponseAsync(
            async () =>
            {
                await shopper.Context.UnrouteAllAsync();
                await shopper.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
            },
            Logged);

        Assert.True((await shop.Log.ReadAsync(Key)).Outcomes.Count(outcome => outcome.Kind == OutcomeKind.Impression) > before);
    }

    private static bool Logged(IResponse response) => response.Url.EndsWith("/shown", StringComparison.Ordinal) && response.Ok;

    private static async Task ResultsFollowAsync(Visitor researcher)
    {
        await researcher.OpenAsync($"/research/experiments/{Key}/results");
        var metric = researcher.Page.Locator("[data-metric=persuasion]").First;
        await Assertions.Expect(metric.Locator("[data-units]").First).ToBeVisibleAsync();
        var units = await metric.Locator("[data-units]").AllInnerTextsAsync();
        Assert.Equal(3, units.Sum(int.Parse));
        var raw = await metric.Locator("[data-raw]").AllInnerTextsAsync();
        Assert.Equal(1, raw.Sum(text => int.Parse(text.Split(' ')[0])));
        await Assertions.Expect(researcher.Page.Locator("[data-conclusion]")).ToContainTextAsync("Not enough data yet");
    }

    private static async Task StopAndExportAsync(Visitor researcher)
    {
        await researcher.OpenAsync($"/research/experiments/{Key}");
        await researcher.Page.GetByRole(AriaRole.Button, new() { Name = "Stop…" }).ClickAsync();
        await Assertions.Expect(researcher.Page.GetByRole(AriaRole.Button, new() { Name = "Stop for good" })).ToBeDisabledAsync();
        await researcher.Page.GetByLabel("Why is it stopped? It stands in the report.").FillAsync("enough seen.");
        await researcher.Page.GetByRole(AriaRole.Button, new() { Name = "Stop for good" }).ClickAsync();
        await Assertions.Expect(researcher.Page.Locator(".audit")).ToContainTextAsync("Stopped it: enough seen.");

        await researcher.OpenAsync($"/research/experiments/{Key}/results");
        var download =
            await researcher.Page.RunAndWaitForDownloadAsync(() =>
            researcher.Page.GetByRole(AriaRole.Link, new() { Name = "Exposures, CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("experiment,phase,unit,arm,at,", lines[0]);
        var analysis = await researcher.Page.APIRequest.GetAsync($"/research/experiments/{Key}/analysis.json");
        Assert.Equal("persuasion", (await analysis.JsonAsync())!.Value.GetProperty("design").GetProperty("primary_metric").GetString());
    }
}
