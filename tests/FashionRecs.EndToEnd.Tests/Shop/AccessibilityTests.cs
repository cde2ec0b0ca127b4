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
    [InlineData("/")]
    [InlineData("/catalog?neckline_design=V%20Neckline")]
    [InlineData("/style")]
    [InlineData("/product/*")]
    [InlineData("/saved")]
    [InlineData("/quiz")]
    [InlineData("/quiz?run=11111111111111111111111111111111")]
    [InlineData("/product/*?but=neckline_design:Round%20Neckline")]
    public async Task Page_Axe_FindsNoViolation(string path)
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 2);
        var product = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items[0].Product.Id;

        await shopper.OpenAsync(path.Replace("*", product, StringComparison.Ordinal));
        await shopper.CheckAsync();
    }

    [Theory]
    [InlineData("/style")]
    [InlineData("/saved")]
    public async Task EmptyPage_Axe_FindsNoViolation(string path)
    {
        var shopper = await VisitAsync();

        await shopper.OpenAsync(path);

        await Assertions.Expect(shopper.Page.Locator(".state-text .button.strong")).ToBeVisibleAsync();
        await shopper.CheckAsync();
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-up")]
    [InlineData("/account/deleted")]
    [InlineData("/error")]
    [InlineData("/no-such-page")]
    public async Task PlainPage_Axe_FindsNoViolation(string path)
    {
        var shopper = await VisitAsync();

        await shopper.Page.GotoAsync(path);

        await shopper.CheckAsync();
    }

    [Fact]
    public async Task Administration_Axe_FindsNoViolation()
    {
        var administrator = await VisitAsync();
        await administrator.SignInAsAsync(shop.Server, Roles.Administrator);

        await administrator.OpenAsync("/administration");

        await administrator.CheckAsync("administration");
    }

    [Fact]
    public async Task OtherRolesPage_Axe_FindsNoViolation()
    {
        var person = await VisitAsync();
        await person.SignInAsAsync(shop.Server);

        await person.Page.GotoAsync("/administration");

        await Assertions.Expect(person.Page.Locator("h1")).ToHaveTextAsync("This page is for other roles");
        await person.CheckAsync();
    }
}
