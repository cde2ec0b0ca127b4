using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Accounts;

/// <summary>Passkeys need a name for the host, and the browser's own pretended authenticator.</summary>
public class PasskeyTests(Browser browser, FilledShop shop)
    : BrowserTest(browser, shop.Server.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal))
{
    [Fact]
    public async Task Passkey_AddedOnce_SignsInWithoutAPassword()
    {
        var alice = await VisitAsync();
        var email = await alice.SignInAsAsync(shop.Server);
        var devices = await alice.Context.NewCDPSessionAsync(alice.Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] =
                new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true,
                automaticPresenceSimulation = true },
        });
        await alice.Page.GotoAsync("/account/passkeys");
        await alice.Page.GetByLabel("Your password").FillAsync(SigningIn.Password);
        await alice.Page.GetByLabel("Name of the new passkey").FillAsync("My phone");
        await alice.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(alice.Page.GetByRole(AriaRole.Button, new() { Name = "Remove “My phone”" })).ToBeVisibleAsync();

        await alice.Page.GotoAsync("/account");
        await alice.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await alice.Page.GotoAsync("/account/sign-in?returnTo=/account");
        await alice.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions.Expect(alice.Page.GetByText(email)).ToBeVisibleAsync();
    }
}
