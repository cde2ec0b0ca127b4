using FashionRecs.Application.Shop;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

public sealed class SampleShopperTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Of_CatalogWithAValueOfSome_HasATasteThatExplains()
    {
        var (neck, sleeves) = (TestShop.Value("neckline_design", "V Neckline"), TestShop.Value("sleeve_length", "Long Sleeves"));
        for (var product = 0; product < 12; product++)
        {
            await (product < 5 ? shop.AddAsync($"p{product}", neck) : shop.AddAsync($"p{product}", sleeves));
        }

        var open = await shop.Shop.OpenAsync(Guid.NewGuid());
        var sample = shop.Get<SampleShopper>().Of(open.Catalog);

        Assert.Equal(["p0", "p1", "p2", "p3", "p4"], sample.Liked.Order());
        Assert.Single(sample.Hidden);
        Assert.Same(sample, shop.Get<SampleShopper>().Of(open.Catalog));
        Assert.NotEmpty(open.As(sample).Explain(open.Catalog.Items[0]).Shares);
        Assert.Empty(open.Explain(open.Catalog.Items[0]).Shares);
    }

    [Fact]
    public async Task Of_EmptyCatalog_HasNoTaste() =>
        Assert.Empty(shop.Get<SampleShopper>().Of((await shop.Shop.OpenAsync(Guid.NewGuid())).Catalog).History.Events);
}
