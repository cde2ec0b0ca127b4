using System.Globalization;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Models;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Projection;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public sealed class CatalogImportControlTests(Browser browser) : IDisposable
{
    private const int Pictures = 48;

    /// <summary>Pictures that the shop hands to the network together.</summary>
    private const int Together = 8;

    private readonly ShopServer server =
        new(services =>
        services.AddSingleton<IPictureProjector>(provider => new GatedProjector(provider.GetRequiredService<CurrentProjector>())));

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task CatalogImport_PausedGoneOnAndGivenUp_DoesWhatTheButtonsSay()
    {
        var gate = (GatedProjector)server.Services.GetRequiredService<IPictureProjector>();
        await using var person = await browser.VisitAsync(server.Address);
        await person.SignInAsAsync(server, Roles.Merchandiser);
        await person.OpenAsync("/merchandising/import");
        await person.Page.Locator("[data-drop-ready]").WaitForAsync();
        await person.Page.Locator("[data-files]").SetInputFilesAsync(DrawnProducts.Pictures.Take(Pictures));
        await person.ExpectAddressMatchesAsync("/merchandising/import/.*-.*");
        await Button(person, $"Take {Pictures} products into the shop").ClickAsync();

        // Paused while pictures are read: it stays where it is, also for whoever opens the page anew.
        gate.Let(2 * Together);
        await WaitForMoreThanAsync(person, Together);
        await Button(person, "Pause").ClickAsync();
        await Assertions.Expect(State(person, "paused")).ToBeVisibleAsync();
        await person.Page.ReloadAsync();
        await person.ReadyAsync();
        await Assertions.Expect(State(person, "paused")).ToBeVisibleAsync();
        var read = await ReadAsync(person);
        Assert.Equal(2 * Together, read);
        gate.Let(Together); // What was begun is finished.
        Assert.Empty((await CatalogAsync()).Items);

        // Gone on from there, not from the beginning.
        await Button(person, "Go on").ClickAsync();
        gate.Let(Together);
        await WaitForMoreThanAsync(person, read + Together);

        // Given up: nothing of it comes into the shop, and there is nothing left to press.
        await Button(person, "Cancel import …").ClickAsync();
        await Button(person, "Go on importing").ClickAsync();
        await Assertions.Expect(State(person, "running")).ToBeVisibleAsync();
        await Button(person, "Cancel import …").ClickAsync();
        await Button(person, "Cancel import").ClickAsync();
        await Assertions.Expect(State(person, "cancelled")).ToBeVisibleAsync();
        await Assertions.Expect(Button(person, "Pause")).ToHaveCountAsync(0);
        await Assertions.Expect(Button(person, "Go on")).ToHaveCountAsync(0);
        gate.Let(Pictures);
        Assert.Empty((await CatalogAsync()).Items);
    }

    private Task<CatalogSnapshot> CatalogAsync() => server.Services.GetRequiredService<ShopService>().CatalogAsync();

    private static ILocator Button(Visitor person, string name) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator State(Visitor person, string state) => person.Page.Locator($"[data-import-state={state}]");

    private static async Task<int> ReadAsync(Visitor person) =>
        int.Parse((await person.Page.Locator("progress").GetAttributeAsync("value"))!, CultureInfo.InvariantCulture);

    private static Task WaitForMoreThanAsync(Visitor person, int read) =>
        person.Page.WaitForFunctionAsync("read => Number(document.querySelector('progress')?.getAttribute('value')) > read", read,
            new() { Timeout = 120_000 });
}
