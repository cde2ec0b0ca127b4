using FashionRecs.Application;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Files;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public sealed class CatalogImportTests(Browser browser) : IAsyncDisposable
{
    private const int Pictures = 160;

    private readonly OpenThings open = new();

    [Fact]
    public async Task CatalogImport_KilledInTheMiddle_GoesOnAfterTheRestart()
    {
        var files = DrawnProducts.Pictures.Take(Pictures).ToList();
        files.Add(Path.Combine(open.Folder, "program.jpg"));
        await File.WriteAllTextAsync(files[^1], "MZ this is no picture");
        var database = Path.Combine(open.Folder, "shop", "shop.db");
        await using var services = new ServiceCollection().AddLogging().AddApplication()
            .AddSqliteStorage(options => options.DatabasePath = database).BuildServiceProvider();
        await services.GetRequiredService<IAccountDirectory>().CreateAsync("ada@example.org", SigningIn.Password, Roles.Merchandiser);
        var imports = services.GetRequiredService<ICatalogImportStore>();

        // Handed in and looked through.
        var server = await ShopProcess.StartAsync(database);
        open.Keep(server);
        var visitor = await browser.VisitAsync(server.Address);
        open.Keep(visitor);
        await visitor.SignInAsync("ada@example.org");
        await visitor.OpenAsync("/merchandising/import");
        await visitor.Page.Locator("[data-drop-ready]").WaitForAsync();
        await visitor.Page.Locator("[data-files]").SetInputFilesAsync(files);
        await visitor.ExpectAddressMatchesAsync("/merchandising/import/.*-.*");
        var start = visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Take {Pictures} products into the shop" });
        await start.WaitForAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(visitor.Page.Locator("[data-outcome=refused]")).ToHaveTextAsync("1");
        await Assertions.Expect(visitor.Page.GetByText("not a readable JPEG, PNG, WebP, HEIC or AVIF picture")).ToBeVisibleAsync();
        var id = Guid.Parse(new Uri(visitor.Page.Url).Segments[^1]);

        // Killed while pictures are read: nothing is in the shop.
        await start.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("progress")).Not.ToHaveAttributeAsync("value", "0", new() { Timeout = 120_000 });
        server.Kill();
        var read = (await imports.TryFindAsync(id))!;
        Assert.Equal(CatalogImportState.Running, read.State);
        Assert.InRange(read.Read, 1, Pictures - 1);
        Assert.Empty((await services.GetRequiredService<ShopService>().CatalogAsync()).Items);

        // Started again: goes on by itself.
        var again = await ShopProcess.StartAsync(database);
        open.Keep(again);
        var later = await browser.VisitAsync(again.Address);
        open.Keep(later);
        await later.SignInAsync("ada@example.org");
        await later.OpenAsync($"/merchandising/import/{id}");
        await Assertions.Expect(later.Page.Locator("[data-import-state=done]")).ToBeVisibleAsync(new() { Timeout = 180_000 });
        Assert.Equal(Pictures, (await services.GetRequiredService<ShopService>().CatalogAsync()).Items.Count);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => open.DisposeAsync();
}
