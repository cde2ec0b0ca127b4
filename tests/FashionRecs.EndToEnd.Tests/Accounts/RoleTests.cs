using FashionRecs.Application.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.EndToEnd.Tests.Shop;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Accounts;

public class RoleTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Administrator_GivesARole_PersonSeesTheArea()
    {
        var person = await VisitAsync();
        var email = await person.SignInAsAsync(shop.Server);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Link, new() { Name = "Research" })).ToHaveCountAsync(0);
        var administrator = await VisitAsync();
        await administrator.SignInAsAsync(shop.Server, Roles.Administrator);

        await administrator.OpenAsync("/administration");
        var box = administrator.Page.GetByLabel($"{email} is researcher");
        await box.PressAsync("Space");
        await Assertions.Expect(administrator.Page.GetByText($"{email} is researcher now.")).ToBeVisibleAsync();
        await Assertions.Expect(box).ToBeCheckedAsync();
        await Assertions.Expect(box).ToBeFocusedAsync();

        await person.SignInAsync(email);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Link, new() { Name = "Research" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SignIn_SecondTab_BecomesTheAccountToo()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 1);
        await shopper.OpenAsync("/style");
        var other = await shopper.Context.NewPageAsync();

        await other.GotoAsync("/account/sign-up");
        await other.GetByLabel("E-mail address").FillAsync($"{Guid.NewGuid():N}@example.org");
        await other.GetByLabel("Password").FillAsync(SigningIn.Password);
        await other.JoinAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();

        // The first tab opens again as the account, and what was liked before is still known.
        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Account", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(shopper.Page.Locator(".belief").First).ToBeVisibleAsync();
    }
}
