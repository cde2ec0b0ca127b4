using FashionRecs.Application;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests;

public abstract class BadInputTests(TestDatabase database) : IDisposable
{
    private readonly TestShop shop = database.Open(lockTimeoutSeconds: 1);

    public void Dispose()
    {
        shop.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task Open_DatabaseOfNewerVersion_IsRefusedInOneSentence()
    {
        await shop.Shop.CatalogAsync();
        database.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0')");

        using var older = database.Open();
        var error = await Assert.ThrowsAsync<UnusableDatabaseException>(() => older.Shop.CatalogAsync());

        Assert.Contains("was made by a newer version of FashionRecs (29990101000000_Later)", error.Message);
    }

    [Fact]
    public async Task Record_LockedByABackup_SaysSoAndCountsOnceWhenSentAgain()
    {
        await shop.AddAsync("v0", TestShop.Value("neckline_design", "V Neckline"));
        var like = new ShopperEvent(Guid.NewGuid(), Guid.NewGuid(), PreferenceSignal.Like, "v0");
        using (database.Lock())
        {
            var error = await Assert.ThrowsAsync<IOException>(() => shop.Shop.RecordAsync(like));
            Assert.Contains("is locked by another program", error.Message);
        }

        Assert.Single((await shop.Shop.RecordAsync(like)).History.Events);
    }

    [Fact]
    public async Task Import_ProjectorRefusesThePicture_StoresNothing()
    {
        var import = shop.Get<ProductImport>();
        var facts = new ProductFacts("p", "P", "", "", "", "", "", null, "");

        await Assert.ThrowsAsync<InvalidDataException>(() => import.ImportAsync(facts, ReadOnlyMemory<byte>.Empty, new FakeProjector()));

        Assert.Empty((await shop.Shop.CatalogAsync()).Items);
        Assert.False(Directory.Exists(Path.Combine(shop.Folder, "pictures")));
    }

    [Fact]
    public async Task Import_SameProductAgain_ChangesNothingAndProjectsNothing()
    {
        var projector = new FakeProjector();
        Assert.True(await shop.AddAsync(projector, "p"));
        var revision = await shop.Get<ICatalogStore>().RevisionAsync();

        Assert.False(await shop.AddAsync(projector, "p"));

        Assert.Equal((1, revision), (projector.Calls, await shop.Get<ICatalogStore>().RevisionAsync()));
    }

    [Fact]
    public async Task Import_PictureLostAfterwards_IsMended()
    {
        await shop.AddAsync("p");
        var name = (await shop.Shop.CatalogAsync()).TryFind("p")!.Product.Picture;
        File.Delete((await shop.Get<PictureStore>().TryFindAsync(name))!);

        Assert.True(await shop.AddAsync("p"));
        Assert.True(await shop.Get<PictureStore>().ExistsAsync(name));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ZZZZ")]
    public async Task Exists_NameThatIsNoName_FindsNothing(string name) => Assert.False(await shop.Get<PictureStore>().ExistsAsync(name));

    [Fact]
    public async Task Catalog_TwoProcesses_SeeEachOthersProducts()
    {
        using var other = database.Open();
        Assert.Empty((await shop.Shop.CatalogAsync()).Items);

        await other.AddAsync("p", TestShop.Value("sleeve_length", "Long Sleeves"));
        Assert.NotNull((await shop.Shop.CatalogAsync()).TryFind("p"));

        await other.Get<ProductEditing>().WithdrawAsync("lena", ["p"]);
        Assert.Null((await shop.Shop.CatalogAsync()).TryFind("p"));
    }

    [Fact]
    public async Task Catalog_ProductReadAnew_IsReplacedInItsPlaceAndScoredAnew()
    {
        foreach (var id in (string[])["a", "b", "c"])
        {
            await shop.AddAsync(id, TestShop.Value("sleeve_length", "Long Sleeves"));
        }

        var before = await shop.Shop.CatalogAsync();
        await shop.AddAsync(new FakeProjector(TestShop.Value("sleeve_length", "Short Sleeves")) { Fingerprint = "later" }, "b");
        var after = await shop.Shop.CatalogAsync();

        Assert.Equal(["a", "b", "c"], after.Items.Select(item => item.Product.Id));
        Assert.Equal([true, false, true], before.Items.Zip(after.Items, ReferenceEquals));
        Assert.Equal((1, after.Items[1]), (after.IndexOf("b"), after.TryFind("b")));
        using var fresh = database.Open();
        var weights = PreferenceVector.Of([.. TestShop.Vocabulary.Values.Select(value => value.Index / 10.0)]);
        Assert.Equal(Ranker.Top((await fresh.Shop.CatalogAsync()).Matrix, weights, 3), Ranker.Top(after.Matrix, weights, 3));
    }
}
