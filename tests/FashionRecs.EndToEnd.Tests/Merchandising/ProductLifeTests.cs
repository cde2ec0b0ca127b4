using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class ProductLifeTests(Browser browser, ReviewShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ReviewShop>
{
    [Fact]
    public async Task Product_Withdrawn_LeavesTheListsAndItsPageAndTheLikeSaySo()
    {
        var item = (await CatalogAsync()).Items[3].Product;
        var shopper = await VisitAsync();
        await shopper.OpenAsync($"/product/{item.Id}");
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
        var merchandiser = await VisitAsync();
        await merchandiser.SignInAsMerchandiserAsync(shop.Server);
        await merchandiser.OpenAsync($"/merchandising/products/{item.Id}");

        await merchandiser.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();

        await Assertions.Expect(merchandiser.Page.Locator("[data-state]")).ToHaveTextAsync("Withdrawn");
        await shopper.OpenAsync($"/product/{item.Id}");
        await Assertions.Expect(shopper.Page.GetByText("We no longer sell this.")).ToBeVisibleAsync();
        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Heading, new() { Name = "Most like it" })).ToBeVisibleAsync();
        await shopper.CheckAsync();
        await shopper.OpenAsync("/saved");
        await Assertions.Expect(shopper.Page.Locator($"[data-product-card='{item.Id}']")).ToContainTextAsync("No longer sold.");
        await shopper.OpenAsync($"/catalog?q={Uri.EscapeDataString(item.Name)}");
        await Assertions.Expect(shopper.Page.Locator($"[data-product-card='{item.Id}']")).ToHaveCountAsync(0);

        await merchandiser.Page.Locator("[data-undo-notice]").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(merchandiser.Page.Locator("[data-state]")).ToHaveTextAsync("Sold");
        await shopper.OpenAsync($"/product/{item.Id}");
        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Product_EditedInTwoTabs_TheSecondIsToldAndLosesNothing()
    {
        var item = (await CatalogAsync()).Items[5].Product;
        var (one, other) = (await VisitAsync(), await VisitAsync());
        var lena = await one.SignInAsMerchandiserAsync(shop.Server);
        await other.SignInAsMerchandiserAsync(shop.Server);
        await one.OpenAsync($"/merchandising/products/{item.Id}");
        await other.OpenAsync($"/merchandising/products/{item.Id}");
        await other.Page.Locator("[data-field=name]").FillAsync("A name of my own");

        await one.Page.Locator("[data-field=price]").FillAsync("1.234,50");
        await one.Page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(one.Page.GetByText("Saved.")).ToBeVisibleAsync();
        await other.Page.Locator("[data-save]").ClickAsync();

        await Assertions.Expect(other.Page.Locator("[data-meanwhile]")).ToContainTextAsync($"{lena} changed this product");
        await Assertions.Expect(other.Page.Locator("[data-meanwhile]")).ToContainTextAsync("→ 1234.5");
        await Assertions.Expect(other.Page.Locator("[data-field=name]")).ToHaveValueAsync("A name of my own");
        await other.CheckAsync();
        await other.Page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(other.Page.Locator("h1")).ToHaveTextAsync("A name of my own");
        var now = (await CatalogAsync()).TryFind(item.Id)!.Product;
        Assert.Equal(("A name of my own", 1234.5m), (now.Name, now.Price));

        // Each of both edits stands in the history and can be taken back by itself.
        await other.Page.Locator("[data-change=edited]").Last.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(other.Page.Locator("[data-field=price]"))
            .ToHaveValueAsync(item.Price!.Value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(("A name of my own", item.Price),
            ((await CatalogAsync()).TryFind(item.Id)!.Product.Name, (await CatalogAsync()).TryFind(item.Id)!.Product.Price));
    }

    [Fact]
    public async Task Product_NewPicture_IsReadAnewAndComesBack()
    {
        var items = (await CatalogAsync()).Items;
        var (item, donor) = (items[7].Product, items[8].Product);
        var merchandiser = await VisitAsync();
        await merchandiser.SignInAsMerchandiserAsync(shop.Server);
        await merchandiser.OpenAsync($"/merchandising/products/{item.Id}");
        await merchandiser.Page.Locator("[data-edit][data-keys=ready]").WaitForAsync();

        await merchandiser.Page.Locator("[data-new-picture]").SetInputFilesAsync(new FilePayload
        {
            Name = "no.jpg", MimeType = "image/jpeg", Buffer = [1, 2, 3],
        });
        await Assertions.Expect(merchandiser.Page.Locator("[data-picture-trouble]")).Not.ToBeEmptyAsync();
        await merchandiser.Page.Locator("[data-new-picture]").SetInputFilesAsync(new FilePayload
        {
            Name = "other.jpg", MimeType = "image/jpeg",
            Buffer = (await shop.Server.Services.GetRequiredService<Application.Pictures.PictureStore>()
                .TryReadAsync(donor.Picture))!,
        });

        await Assertions.Expect(merchandiser.Page.GetByText("The picture was replaced and read.")).ToBeVisibleAsync(new()
        {
            Timeout = 60_000,
        });
        var now = (await CatalogAsync()).TryFind(item.Id)!;
        Assert.NotEqual(item.Picture, now.Product.Picture);
        Assert.NotNull(now.Predicted);
        await merchandiser.Page.Locator("[data-undo-notice]").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(merchandiser.Page.Locator("[data-product-picture]"))
            .ToHaveAttributeAsync("data-product-picture", item.Picture);
    }

    [Fact]
    public async Task Products_InBulk_AreEditedWithdrawnAndDeletedAfterATypedWord()
    {
        var merchandiser = await VisitAsync();
        await merchandiser.SignInAsMerchandiserAsync(shop.Server);
        var items = (await CatalogAsync()).Items.Where(item => item.Product.Type.Length > 0).TakeLast(2).Select(item => item.Product)
            .ToArray();
        await merchandiser.OpenAsync($"/merchandising/products?q={Uri.EscapeDataString(items[0].Id)}");
        await merchandiser.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Select all") }).ClickAsync();
        await Assertions.Expect(merchandiser.Page.Locator("[data-selected]")).Not.ToHaveAttributeAsync("data-selected", "0");
        var count = int.Parse((await merchandiser.Page.Locator("[data-selected]").GetAttributeAsync("data-selected"))!,
            System.Globalization.CultureInfo.InvariantCulture);
        await merchandiser.CheckAsync();

        await merchandiser.Page.GetByRole(AriaRole.Button, new() { Name = "Edit a field …" }).ClickAsync();
        await merchandiser.Page.Locator("[data-set-field]").SelectOptionAsync("colour");
        await merchandiser.Page.Locator("[data-set-text]").FillAsync("Moss");
        await merchandiser.CheckAsync();
        await merchandiser.Page.Locator("[data-set-go]").ClickAsync();
        await Assertions.Expect(merchandiser.Page.Locator("[data-undo-notice]")).ToContainTextAsync("changed.");
        Assert.Equal("Moss", (await CatalogAsync()).TryFind(items[0].Id)!.Product.Colour);

        await merchandiser.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await Assertions.Expect(merchandiser.Page.Locator("[data-undo-notice]")).ToContainTextAsync("withdrawn.");
        Assert.Null((await CatalogAsync()).TryFind(items[0].Id));
        await merchandiser.Page.GetByRole(AriaRole.Button, new() { Name = "Delete …" }).ClickAsync();
        await Assertions.Expect(merchandiser.Page.Locator("[data-delete-go]")).ToBeDisabledAsync();
        await merchandiser.Page.Locator("[data-delete-word]").FillAsync(count == 1 ? items[0].Id : $"delete {count}");
        await merchandiser.CheckAsync();
        await merchandiser.Page.Locator("[data-delete-go]").ClickAsync();

        await Assertions.Expect(merchandiser.Page.Locator("[data-undo-notice]")).ToContainTextAsync("deleted.");
        Assert.Null((await CatalogAsync()).TryFindAny(items[0].Id));
        await merchandiser.OpenAsync($"/merchandising/products/{items[0].Id}");
        await Assertions.Expect(merchandiser.Page.Locator("h1")).ToHaveTextAsync("There is no such product");
        await Assertions.Expect(merchandiser.Page.Locator("[data-change=deleted]")).ToBeVisibleAsync();
        Assert.Equal(ProductChangeKind.Deleted,
            (await shop.Server.Services.GetRequiredService<IProductStore>().HistoryAsync(items[0].Id))[0].Act.Kind);
    }

    private Task<CatalogSnapshot> CatalogAsync() => shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync();
}
