using FashionRecs.Application.Accounts;
using FashionRecs.Application.Feeds;
using FashionRecs.Application.Webhooks;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.Web.Api.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Administration;

/// <summary>The page of feeds and webhooks.</summary>
public class ConnectionsTests(Browser browser, ConnectedServer shop) : BrowserTest(browser, shop.Server.Address),
IClassFixture<ConnectedServer>
{
    private const string Path = "/administration/connections";

    [Fact]
    public async Task Feed_AddedFromAListThatIsNotThere_SaysWhyIsPausedAndRemoved()
    {
        var page = await OpenAsync();
        await AddFeedAsync(page, "Inside", "http://127.0.0.1:9/list.csv");
        await Assertions.Expect(page.Locator("[data-feeds-said]")).ToContainTextAsync("inside the network");

        await AddFeedAsync(page, "Autumn", $"{shop.Other}/list.csv");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Autumn" });
        await Assertions.Expect(row).ToContainTextAsync("The server answered 404.");
        await Assertions.Expect(row.Locator("[data-state]")).ToContainTextAsync("tried again at");

        await page.GetByLabel("Pause Autumn").ClickAsync();
        await Assertions.Expect(row.Locator("[data-state]")).ToHaveTextAsync("Paused");
        await Assertions.Expect(page.GetByLabel("Run now: Autumn")).ToHaveCountAsync(0);
        await page.GetByLabel("Resume Autumn").ClickAsync();
        await page.GetByLabel("Run now: Autumn").ClickAsync();
        await Assertions.Expect(page.Locator("[data-feeds-said]")).ToHaveTextAsync("Autumn runs now.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Autumn", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Autumn", Exact = true }).ClickAsync();
        await page.Locator("[data-confirm]").ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Webhook_Added_IsSentATestWhichArrivesAndIsRemoved()
    {
        var page = await OpenAsync();
        var address = $"{shop.Other}/told";
        await page.GetByLabel("Address of the server").FillAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a webhook" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-secret]")).ToContainTextAsync("whsec_");

        await page.GetByLabel($"Send a test to {address}").PressAsync("Enter");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = address });
        await Assertions.Expect(row.Locator("[data-state]")).ToHaveTextAsync("Messages arrive");
        // The list is read anew every second; whoever is at a button stays there.
        await Assertions.Expect(page.GetByLabel($"Send a test to {address}")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-secret]")).ToHaveCountAsync(0);
        await page.GetByLabel($"Messages to {address}").ClickAsync();
        await Assertions.Expect(page.Locator("[data-message]")).ToContainTextAsync("webhook.test");

        await page.GetByLabel($"Pause {address}").ClickAsync();
        await Assertions.Expect(row.Locator("[data-state]")).ToHaveTextAsync("Paused");
        await page.GetByLabel($"Remove {address}").ClickAsync();
        await page.Locator("[data-confirm]").ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_Axe_FindsNoViolation(bool phone)
    {
        var services = shop.Server.Services;
        var feed = await services.GetRequiredService<FeedSchedule>()
            .MakeAsync("ada", "Winter", $"{shop.Other}/winter.csv", TimeSpan.FromHours(2));
        var (webhook, _) = await services.GetRequiredService<WebhookMaking>()
            .MakeAsync("ada", $"{shop.Other}/nobody", [WebhookEvents.ReadingChanged]);
        await services.GetRequiredService<WebhookMaking>().TestAsync(webhook.Id);
        var visitor = await OpenVisitorAsync(phone);
        var page = visitor.Page;
        await Assertions.Expect(page.GetByText("The server answered 404.")).ToHaveCountAsync(2);
        await page.GetByLabel($"Messages to {webhook.Address}").ClickAsync();
        await Assertions.Expect(page.Locator("[data-message]")).ToHaveCountAsync(1);

        var broken = await visitor.BrokenAsync($"connections-{(phone ? "phone" : "desktop")}");

        await services.GetRequiredService<IFeedStore>().DeleteAsync(feed.Id);
        await services.GetRequiredService<IWebhookStore>().DeleteAsync(webhook.Id);
        Assert.Empty(broken);
    }

    private static async Task AddFeedAsync(IPage page, string name, string address)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Address of the list").FillAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a feed" }).ClickAsync();
    }

    private async Task<IPage> OpenAsync() => (await OpenVisitorAsync()).Page;

    private async Task<Visitor> OpenVisitorAsync(bool phone = false)
    {
        var visitor = await VisitAsync(phone: phone);
        await visitor.SignInAsAsync(shop.Server, Roles.Administrator);
        await visitor.OpenAsync(Path);
        return visitor;
    }
}
