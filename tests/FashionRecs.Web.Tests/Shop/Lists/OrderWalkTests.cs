using FashionRecs.Domain.Catalog;
using FashionRecs.Tests;
using FashionRecs.Web.Shop.Lists;

namespace FashionRecs.Web.Tests.Shop.Lists;

public sealed class OrderWalkTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Page_OfAnOrderThatIsOtherNow_GoesOnWithoutRepeating()
    {
        var now = await ProductsAsync("new", "c", "a", "b", "d");
        string[] order = ["a", "b", "c", "d"];

        var first = OrderWalk.Page(order, 0, 2, now.GetValueOrDefault, () => throw new InvalidOperationException("Nothing lies beyond."));
        var second = OrderWalk.Page(order, 2, 2, now.GetValueOrDefault, () => throw new InvalidOperationException("Nothing lies beyond."));

        Assert.Equal([("a", 0), ("b", 1)], Said(first));
        Assert.Equal([("c", 2), ("d", 3)], Said(second));
    }

    [Fact]
    public async Task Page_WhoseProductsHaveLeft_KeepsThePositionsOfTheOthers()
    {
        var now = await ProductsAsync("a", "c");

        Assert.Equal([("c", 2)], Said(OrderWalk.Page(["a", "b", "c"], 1, 2, now.GetValueOrDefault, () => [])));
    }

    [Fact]
    public async Task Page_BeyondTheOrder_HasWhatTheOrderHasNot()
    {
        var now = await ProductsAsync("a", "b", "c", "d");

        var page = OrderWalk.Page(["a", "b", "c"], 2, 3, now.GetValueOrDefault, () => [now["b"], now["c"], now["d"]]);

        Assert.Equal([("c", 2), ("d", 3)], Said(page));
    }

    private static (string, int)[] Said(IEnumerable<(CatalogItem Item, int Position)> page) =>
        [.. page.Select(entry => (entry.Item.Product.Id, entry.Position))];

    private async Task<Dictionary<string, CatalogItem>> ProductsAsync(params string[] ids)
    {
        foreach (var id in ids)
        {
            await shop.AddAsync(id, TestShop.Value("neckline_design", "V Neckline"));
        }

        return (await shop.Shop.CatalogAsync()).Items.ToDictionary(item => item.Product.Id);
    }
}
