using FashionRecs.Application;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
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

    [Fact]
    public async Task Record_FileDeletedMeanwhile_ConfirmsNothingUntilItIsBack()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows deletes no file that is open.");
        using var shop = new TestShop();
        await shop.AddAsync("v");
        var like = new ShopperEvent(Guid.NewGuid(), Guid.NewGuid(), PreferenceSignal.Like, "v");
        Assert.Equal(0, await shop.Get<IShopperStore>().RevisionAsync(like.Shopper));
        var aside = Directory.CreateDirectory(Path.Combine(shop.Folder, "aside")).FullName;
        foreach (var file in Directory.GetFiles(shop.Folder))
        {
            File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
        }

        var error = await Assert.ThrowsAsync<UnusableDatabaseException>(() => shop.Shop.RecordAsync(like));
        Assert.Contains("is gone; put it back or restore a backup", error.Message);
        await Assert.ThrowsAsync<UnusableDatabaseException>(() => shop.Get<IShopDatabase>().CheckAsync());
        await Assert.ThrowsAsync<UnusableDatabaseException>(() => shop.Get<IShopperStore>().RevisionAsync(like.Shopper));
        Assert.False(File.Exists(shop.Database));

        foreach (var file in Directory.GetFiles(aside))
        {
            File.Move(file, Path.Combine(shop.Folder, Path.GetFileName(file)));
        }

        await shop.Get<IShopDatabase>().CheckAsync();
        Assert.Single((await shop.Shop.RecordAsync(like)).History.Events);
        Assert.Equal(1, await shop.Get<IShopperStore>().RevisionAsync(like.Shopper));
    }
}
