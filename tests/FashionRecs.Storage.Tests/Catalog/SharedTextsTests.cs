using FashionRecs.Tests;

namespace FashionRecs.Storage.Tests.Catalog;

public sealed class SharedTextsTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Catalog_ProductsOfOneKind_ShareTheirTexts()
    {
        await shop.AddAsync("a", TestShop.Value("neckline_design", "V Neckline"));
        await shop.AddAsync("b", TestShop.Value("neckline_design", "V Neckline"));

        var items = (await shop.Shop.CatalogAsync()).Items;

        Assert.Same(items[0].Product.Type, items[1].Product.Type);
        Assert.Same(items[0].Product.Description, items[1].Product.Description);
        Assert.Same(items[0].Predicted!.Fingerprint, items[1].Predicted!.Fingerprint);
        Assert.NotEqual(items[0].Product.Picture, items[1].Product.Picture);
    }
}
