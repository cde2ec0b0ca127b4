using FashionRecs.Application;
using FashionRecs.Tests;

namespace FashionRecs.Storage.Tests.Database;

public class SqliteFileTests
{
    [Fact]
    public async Task Open_FileThatIsNoDatabase_IsRefusedAndKept()
    {
        using var shop = new TestShop();
        await File.WriteAllTextAsync(shop.Database, "my holiday diary, which must not be overwritten");

        var error = await Assert.ThrowsAsync<UnusableDatabaseException>(() => shop.Shop.CatalogAsync());

        Assert.Contains("is not a FashionRecs database", error.Message);
        Assert.StartsWith("my holiday diary", await File.ReadAllTextAsync(shop.Database));
    }
}
