using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Shop;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

public class AccessibilityTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Theory]
    [InlineData("/", false)]
    [InlineData("/", true)]
    [InlineData("/catalog?neckline_design=V%20Neckline", false)]
    [InlineData("/catalog?neckline_design=V%20Neckline", true)]
    [InlineData("/style", false)]
    [InlineData("/style", true)]
    [InlineData("/product/*", false)]
    [InlineData("/product/*", true)]
    [InlineData("/saved", false)]
    [InlineData("/saved", true)]
    [InlineData("/quiz", false)]
    [InlineData("/quiz?run=11111111111111111111111111111111", false)]
    [InlineData("/quiz?run=11111111111111111111111111111111", true)]
    [InlineData("/product/*?but=neckline_design:Round%20Neckline", false)]
    [InlineData("/product/*?but=neckline_design:Round%20Neckline", true)]
    public async Task Page_Axe_FindsNoViolation(string path, bool dark)
    {
        var shopper = await VisitAsync(dark);
        await shopper.LikeAsync(shop.Server, "V Neckline", 2);
        var product = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items[0].Product.Id;

        await shopper.OpenAsync(path.Replace("*", product, StringComparison.Ordinal));
        await CheckAsync(shopper);
    }

    [Theory]
    [InlineData("/style", false)]
    [InlineData("/style", true)]
    [InlineData("/saved", false)]
    [InlineData("/saved", true)]
    public async Task EmptyPage_Axe_FindsNoViolation(string path, bool dark)
    {
        var shopper = await VisitAsync(dark);

        await shopper.OpenAsync(path);

        await Assertions.Expect(shopper.Page.Locator(".state-text .button.strong")).ToBeVisibleAsync();
        await CheckAsync(shopper);
    }

    [Theory]
    [InlineData("/account", false)]
    [InlineData("/account", true)]
    [InlineData("/account/sign-in", false)]
    [InlineData("/account/sign-in", true)]
    [InlineData("/account/sign-up", false)]
    [InlineData("/account/sign-up", true)]
    [InlineData("/account/deleted", true)]
    [InlineData("/error", true)]
    [InlineData("/no-such-page", false)]
    [InlineData("/no-such-page", true)]
    public async Task PlainPage_Axe_FindsNoViolation(string path, bool dark)
    {
        var shopper = await VisitAsync(dark);

        await shopper.Page.GotoAsync(path);

        await CheckAsync(shopper);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Administration_Axe_FindsNoViolation(bool dark)
    {
        var administrator = await VisitAsync(dark);
        await administrator.SignInAsAsync(shop.Server, Roles.Administrator);

        await administrator.OpenAsync("/administration");

        await administrator.ShowAsync($"administration-{(dark ? "dark" : "light")}");
        await CheckAsync(administrator);
    }

    [Fact]
    public async Task OtherRolesPage_Axe_FindsNoViolation()
    {
        var person = await VisitAsync();
        await person.SignInAsAsync(shop.Server);

        await person.Page.GotoAsync("/administration");

        await Assertions.Expect(person.Page.Locator("h1")).ToHaveTextAsync("This page is for other roles");
        await CheckAsync(person);
    }

    /// <summary>Fails where the open page breaks a rule of WCAG.</summary>
    internal static async Task CheckAsync(Visitor visitor)
    {
        // Text in the very colour of its ground is "incomplete" to axe, not a violation.
        var unreadable = await visitor.Page.Locator(".button:visible").EvaluateAllAsync<string[]>(
            "buttons => buttons.filter(button => getComputedStyle(button).color === getComputedStyle(button).backgroundColor).map(button "
                + "=> button.outerHTML)");
        Assert.Empty(unreadable);

        var result = await visitor.Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        });

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(
            violation =>
                $"{violation.Id}: {violation.Help}: "
                    + $"{string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html + " " + string.Join(';', node.Any.Select(check => check.Message))))}")));
    }
}
