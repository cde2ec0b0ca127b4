using FashionRecs.Application.Accounts;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

public class ResearchPagesTests(Browser browser, ResearchShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ResearchShop>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_PastExperiment_ShowTheirNumbersAndAreAccessible(bool phone)
    {
        var key = phone ? "phone" : "desktop";
        await shop.PastExperimentAsync(key);
        var researcher = await VisitAsync(phone: phone);
        await researcher.SignInAsAsync(shop.Server, Roles.Researcher);

        foreach (var (name, path) in new[]
        {
            ("list", "/research"), ("design", "/research/new"), ("design-arms", "/research/new?step=arms"),
            ("design-place", "/research/new?step=place"), ("design-metrics", "/research/new?step=metrics"),
            ("design-size", "/research/new?step=size"), ("design-preregistration", "/research/new?step=preregistration"),
            ("experiment", $"/research/experiments/{key}"),
            ("results", $"/research/experiments/{key}/results?phase=1&segment=device"), ("reasons", $"/research/experiments/{key}/reasons"),
            ("report", $"/research/experiments/{key}/report"), ("overlaps", "/research/overlaps"),
        })
        {
            await researcher.OpenAsync(path);
            await researcher.CheckAsync($"research-{name}-{key}");
            // Tables scroll within themselves; the page itself never does.
            Assert.True(await researcher.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{path} is wider than the window");
        }

        await PrintsWholeAsync(researcher, $"/research/experiments/{key}/report", $"research-print-{key}");
        await PrintsWholeAsync(researcher, $"/research/experiments/{key}/results", $"research-print-results-{key}");

        await researcher.OpenAsync($"/research/experiments/{key}/results");
        await Assertions.Expect(researcher.Page.Locator("[data-conclusion]"))
            .ToContainTextAsync("'box' changes \"Liked before opening\" by +");
        await Assertions.Expect(researcher.Page.Locator("[data-conclusion]"))
            .ToContainTextAsync("No difference between 'placebo' and the control");
        await Assertions.Expect(researcher.Page.Locator("svg.over-time polyline")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData]
    [InlineData(Roles.Merchandiser)]
    public async Task Pages_ShopperOrMerchandiser_AreRefused(params string[] roles)
    {
        var person = await VisitAsync();
        await person.SignInAsAsync(shop.Server, roles);

        foreach (var path in new[] { "/research", "/research/new", "/research/experiments/any", "/research/experiments/any/results",
            "/research/experiments/any/exposures.csv", "/research/experiments/any/analysis.json" })
        {
            Assert.Equal(403, (await person.Page.APIRequest.GetAsync(path)).Status);
        }
    }

    /// <summary>On paper nothing can be scrolled to: every table has its last column within the page, and nothing is folded.</summary>
    private static async Task PrintsWholeAsync(Visitor researcher, string path, string picture)
    {
        var before = researcher.Page.ViewportSize!;
        await researcher.OpenAsync(path);
        await researcher.Page.SetViewportSizeAsync(718, 1000);
        await researcher.Page.EmulateMediaAsync(new() { Media = Media.Print });
        // The layout for paper follows the change of medium in its own time.
        var clipped = await Polling.UntilAsync(async () => await researcher.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.table-scroll')].filter(box => box.offsetParent && box.scrollWidth > box.clientWidth + "
                + "1).map(box => `${box.getAttribute('aria-label')} ${box.scrollWidth} > ${box.clientWidth}`)"),
                tables => tables.Length == 0);
        await researcher.ShowAsync(picture);
        Assert.Empty(clipped);
        Assert.Equal(0, await researcher.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('.research details table')].filter(table => !table.checkVisibility({ "
                + "contentVisibilityAuto: true })).length"));
        await researcher.Page.EmulateMediaAsync(new() { Media = Media.Null });
        await researcher.Page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
