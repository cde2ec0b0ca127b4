using FashionRecs.Application.Shop;
using FashionRecs.Tests;
using FashionRecs.Web.Shop.Lists;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Shop.Lists;

public sealed class OpenListsTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Find_AnothersKeyOrLongAgo_IsNone()
    {
        var lists = new OpenLists(time);
        var list = Of("k", await shop.Shop.ShopperAsync(shopper));
        lists.Keep(shopper, list);

        Assert.Same(list, lists.Find(shopper, "k"));
        Assert.Null(lists.Find(Guid.NewGuid(), "k"));
        Assert.Null(lists.Find(shopper, null));
        time.Advance(OpenLists.Kept + TimeSpan.FromSeconds(1));
        Assert.Null(lists.Find(shopper, "k"));
    }

    [Fact]
    public async Task Keep_MoreThanItHolds_DropsTheOldest()
    {
        var lists = new OpenLists(time);
        var profile = await shop.Shop.ShopperAsync(shopper);
        for (var number = 0; number <= OpenLists.Most; number++)
        {
            lists.Keep(shopper, Of($"{number}", profile));
        }

        Assert.Null(lists.Find(shopper, "0"));
        Assert.NotNull(lists.Find(shopper, "1"));
        lists.Forget(shopper);
        Assert.Null(lists.Find(shopper, "1"));
    }

    private OpenList Of(string key, ShopperProfile then) => new(key, "/", "", then, "", [], time.GetUtcNow());
}
