using FashionRecs.Application.Accounts;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Administration;

/// <summary>In a shop of its own, in which nobody else may be an administrator.</summary>
public class PeoplePageTests(Browser browser, ConnectedServer shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ConnectedServer>
{
    [Fact]
    public async Task Box_ChangeIsRefused_StandsAsBeforeAndKeepsTheFocus()
    {
        var administrator = await VisitAsync();
        var email = await administrator.SignInAsAsync(shop.Server, Roles.Administrator);
        await administrator.OpenAsync("/administration");
        var box = administrator.Page.GetByLabel($"{email} is administrator");

        await box.PressAsync("Space");

        await Assertions.Expect(administrator.Page.GetByText("is the only administrator")).ToBeVisibleAsync();
        await Assertions.Expect(box).ToBeCheckedAsync();
        await Assertions.Expect(box).ToBeFocusedAsync();
    }
}
