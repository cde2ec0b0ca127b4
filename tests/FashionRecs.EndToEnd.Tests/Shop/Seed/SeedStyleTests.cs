using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>What was learned, and whose it is, on the catalog that ships.</summary>
public class SeedStyleTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Style_EditPinAndForget_AreKeptAndUndone()
    {
        var shopper = await VisitAsync();
        var value = await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/style");
        var belief = shopper.Page.Locator(".belief")
            .Filter(new() { Has = shopper.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new($": {value.Phrase}$") }) });

        await belief.GetByLabel($"Set how much you like it: {value.Phrase}").SelectOptionAsync(new SelectOptionValue { Label = "Never" });
        await Assertions.Expect(belief.GetByRole(AriaRole.Heading)).ToHaveTextAsync($"You avoid: {value.Phrase}");

        await belief.GetByRole(AriaRole.Button, new() { Name = $"Keep it so: {value.Phrase}", Exact = true }).ClickAsync();
        await Assertions.Expect(belief).ToContainTextAsync("kept as you set it");

        await belief.GetByRole(AriaRole.Button, new() { Name = $"Forget: {value.Phrase}", Exact = true }).ClickAsync();
        await Assertions.Expect(belief).ToHaveCountAsync(0);
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(belief).ToContainTextAsync("kept as you set it");
    }

    [Fact]
    public async Task SignUp_AnonymousHistory_ComesAlongToAnotherBrowser()
    {
        var (shopper, elsewhere) = (await VisitAsync(), await VisitAsync(phone: true));
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves", count: 1);
        var name = await shopper.Page.Locator("h1").InnerTextAsync();
        var email = $"{Guid.NewGuid():N}@example.org";

        await shopper.Page.GotoAsync("/account/sign-up");
        await shopper.Page.GetByLabel("E-mail address").FillAsync(email);
        await shopper.Page.GetByLabel("Password").FillAsync(SigningIn.Password);
        await shopper.Page.JoinAsync();
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Account", Exact = true }).WaitForAsync();
        await elsewhere.SignInAsync(email);

        await elsewhere.OpenAsync("/saved");
        await Assertions.Expect(elsewhere.Page.Locator("article.card h3")).ToHaveTextAsync(name);
    }

    [Fact]
    public async Task Account_DownloadAndDelete_GiveAndRemoveEverything()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves", count: 1);
        await shopper.Page.GotoAsync("/account");

        await shopper.TakesDataAlongAndDeletesItAsync();
    }
}
