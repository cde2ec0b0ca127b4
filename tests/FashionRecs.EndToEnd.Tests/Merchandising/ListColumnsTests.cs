using System.Text;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Shop;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public sealed class ListColumnsTests(Browser browser) : IDisposable
{
    private readonly ShopServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task CatalogImport_ColumnsNobodyKnows_AreAskedForOnceAndRemembered()
    {
        await using var person = await browser.VisitAsync(server.Address);
        await person.SignInAsAsync(server, Roles.Merchandiser);
        await HandInAsync(person, "A1;spring;Kurzes Kleid;1.299,00 €");

        // The page shows what it read, says what is missing, and asks.
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Alert).GetByText("the column 'name' is missing")).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Cell, new() { Name = "Kurzes Kleid" })).ToBeVisibleAsync();
        await Assertions.Expect(Column(person, 0)).ToHaveValueAsync("Product");
        await Assertions.Expect(Column(person, 2)).ToHaveValueAsync("");
        await person.ShowAsync("import-columns");
        await Read(person).ClickAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Alert).GetByText("No column holds the name yet.")).ToBeVisibleAsync();

        await Column(person, 2).SelectOptionAsync("Name");
        await Read(person).ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Take 1 product into the shop" }).ClickAsync();
        await Assertions.Expect(person.Page.Locator("[data-import-state=done]")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        var product = Assert.Single((await server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items).Product;
        Assert.Equal(("A1", "Kurzes Kleid", 1299m), (product.Id, product.Name, product.Price));

        // The same source again: nobody is asked.
        await HandInAsync(person, "A2;spring;Mantel;5");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "Take 1 product into the shop" }))
            .ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task HandInAsync(Visitor person, string row)
    {
        await person.OpenAsync("/merchandising/import");
        await person.Page.Locator("[data-drop-ready]").WaitForAsync();
        var picture = DrawnProducts.Pictures.First();
        await person.Page.Locator("[data-files]").SetInputFilesAsync(
        [
            new FilePayload
            {
                Name = "feed.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(
                $"Artikelnummer;Bild;Aufschrift;Preis\n{row.Replace(";spring;", $";{Path.GetFileName(picture)};")}\n"),
            },
            new FilePayload { Name = Path.GetFileName(picture), MimeType = "image/jpeg", Buffer = await File.ReadAllBytesAsync(picture) },
        ]);
        await person.ExpectAddressMatchesAsync("/merchandising/import/.*-.*");
    }

    private static ILocator Column(Visitor person, int place) => person.Page.Locator($"[data-column='{place}']");

    private static ILocator Read(Visitor person) => person.Page.GetByRole(AriaRole.Button, new() { Name = "Read the list like this" });
}
