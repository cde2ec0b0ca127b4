using FashionRecs.Application.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Accounts;

public class CircuitRightsTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    private IAccountDirectory Directory => shop.Server.Services.GetRequiredService<IAccountDirectory>();

    [Fact]
    public async Task Administrator_RoleTakenAwayWhileThePageIsOpen_CannotGiveRolesAnyMore()
    {
        await Directory.CreateAsync($"{Guid.NewGuid():N}@example.org", SigningIn.Password, Roles.Administrator);
        var alice = await VisitAsync();
        var email = await alice.SignInAsAsync(shop.Server, Roles.Administrator);
        var friend = await Directory.CreateAsync($"friend-{Guid.NewGuid():N}"[..24] + "@example.org", SigningIn.Password);
        await alice.OpenAsync("/administration");
        await Assertions.Expect(alice.Page.GetByLabel($"{friend.Email} is administrator")).ToBeVisibleAsync();

        await Directory.SetRoleAsync((await Directory.TryFindAsync(email))!.Id, Roles.Administrator, given: false);

        // The page that was open leaves by itself, within a second or as fast as this machine draws.
        await Assertions.Expect(alice.Page.GetByRole(AriaRole.Heading, new() { Name = "Welcome back" })).ToBeVisibleAsync();
        Assert.Empty((await Directory.TryFindAsync(friend.Email!))!.Roles);
    }

    [Fact]
    public async Task SignOut_InOneTab_EndsTheOtherTabToo()
    {
        var alice = await VisitAsync();
        await alice.SignInAsAsync(shop.Server, Roles.Administrator);
        await alice.OpenAsync("/administration");
        var other = await alice.Context.NewPageAsync();
        await other.GotoAsync("/account");

        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();

        await Assertions.Expect(alice.Page.GetByRole(AriaRole.Heading, new() { Name = "Welcome back" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SignOut_InOneTab_ShopPageOfTheOtherIsAStrangers()
    {
        var alice = await VisitAsync();
        await alice.SignInAsAsync(shop.Server);
        await alice.OpenAsync("/style");
        var other = await alice.Context.NewPageAsync();
        await other.GotoAsync("/account");

        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();

        await Assertions.Expect(alice.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }
}
