using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Shop;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Catalog;

/// <summary>What a large catalog starts from, and when it is large.</summary>
public abstract class CatalogStartTests(TestDatabase database) : CatalogByKey(database)
{
    [Fact]
    public async Task Start_FromWhatWasKept_ShowsThatAndWhatChangedSince()
    {
        await FillAsync();
        await LikeAsync();
        await KeepAsync();
        var editing = Held.Get<ProductEditing>();
        await editing.SetAsync("lena", ["p003", "p010"], Field("name"), "Velvet gown");
        await editing.WithdrawAsync("lena", ["p020"]);
        await editing.DeleteAsync("lena", ["p021"]);
        await Held.AddAsync("zz", TestShop.Value("neckline_design", "V Neckline"));
        // What is not read again is taken from what was kept: a price that was changed behind the shop's back is not seen by filters.
        Kept.Execute("""UPDATE "Products" SET "Price" = 4000 WHERE "Id" = 'p001'""");

        using var again = ByKey();
        var open = await again.Shop.OpenAsync(Shopper);

        Assert.Equal(0, open.Browse(new CatalogQuery { PriceFrom = 3_999 }).Total);
        Assert.Equal(2, open.Browse(new CatalogQuery { Words = "velvet" }).Total);
        Assert.Equal(Products - 1, open.Catalog.Items.Count);
        Assert.True(open.Catalog.TryFindAny("p020")!.IsWithdrawn);
        Kept.Execute("""UPDATE "Products" SET "Price" = 6 WHERE "Id" = 'p001'""");
        using var anew = ByKey();
        // What shoppers choose among is looked at each minute; who opens now has it as it is.
        using var held = Kept.Open();
        Assert.Equal(await PagesAsync(held), await PagesAsync(anew));
    }

    [Theory]
    [InlineData("another catalog")]
    [InlineData("a damaged file")]
    [InlineData("a damaged length")]
    [InlineData("an index that is not there")]
    public async Task Start_FromWhatMayNotBeBelieved_ReadsAllAnew(string what)
    {
        await FillAsync();
        await LikeAsync();
        await KeepAsync();
        var folder = Path.Combine(Kept.Folder, "catalog");
        switch (what)
        {
            case "another catalog":
                // As after a backup was put back and others went on from there: the same revision, of other products.
                Kept.Execute("""UPDATE "Products" SET "Colour" = 'Mauve' WHERE "Id" = 'p159'""");
                break;
            case "a damaged file" or "a damaged length":
                var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, "columns"), TestContext.Current.CancellationToken);
                // The length of the first text, and within it, stands behind the hash; that of a list further on.
                for (var at = 32; what == "a damaged length" && at < 160; at++)
                {
                    bytes[at] = 0xff;
                }

                bytes[^100] ^= 1;
                await File.WriteAllBytesAsync(Path.Combine(folder, "columns"), bytes, TestContext.Current.CancellationToken);
                break;
            default:
                Directory.Delete(Directory.GetDirectories(folder, "words-*").Single(), recursive: true);
                break;
        }

        using var again = ByKey();
        using var fresh = Kept.Open();

        Assert.Equal(await PagesAsync(fresh), await PagesAsync(again));
    }

    [Fact]
    public async Task Catalog_ThatOutgrowsWhatIsHeld_IsReadByKeyFromThenOn()
    {
        for (var number = 0; number < 50; number++)
        {
            await Held.AddAsync($"a{number:00}");
        }

        Assert.True((await Read.Shop.CatalogAsync()).IsHeld);

        await Held.AddAsync("b");

        var grown = await Read.Shop.CatalogAsync();
        Assert.False(grown.IsHeld);
        Assert.Equal("Product a07", grown.TryFind("a07")!.Product.Name);
        Assert.Equal(51, grown.Items.Select(item => item.Product.Id).Distinct().Count());
    }

    [Fact]
    public async Task Catalog_ThatShrinksToWhatIsHeld_IsHeldAgainAlsoAfterAStart()
    {
        await FillAsync();
        await KeepAsync();
        Assert.False((await Read.Shop.CatalogAsync()).IsHeld);

        await Held.Get<ProductEditing>().WithdrawAsync("lena", [.. Enumerable.Range(40, Products - 40).Select(number => $"p{number:000}")]);

        Assert.True((await Read.Shop.CatalogAsync()).IsHeld);
        using var again = ByKey();
        var catalog = await again.Shop.CatalogAsync();
        Assert.True(catalog.IsHeld);
        Assert.Equal(40, catalog.Items.Count);
        Assert.True(catalog.TryFindAny("p100")!.IsWithdrawn);
    }

    /// <summary>Starts a shop that keeps its catalog for the next start.</summary>
    private async Task KeepAsync()
    {
        using var first = ByKey();
        Assert.False((await first.Shop.CatalogAsync()).IsHeld);
        var file = Path.Combine(Kept.Folder, "catalog", "columns");
        for (var waited = 0; !File.Exists(file); waited++)
        {
            Assert.True(waited < 600, "The catalog was not kept within a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
