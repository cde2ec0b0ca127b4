using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

public class CatalogPlacesTests : IDisposable
{
    private readonly TestShop shop;

    public CatalogPlacesTests()
        : this(HeldCatalog.Memory)
    {
    }

    protected CatalogPlacesTests(CatalogMemory memory) => shop = new(memory: memory);

    public void Dispose()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void IndexOf_IdsOfAllKinds_FindsEachAtItsPlaceAndNoOther()
    {
        // UTF-16 puts a character beyond the basic plane before U+FF5E, UTF-8 behind it.
        string[] ids = ["", "a", "a b", "ab", "A", "ä", "\uFF5E", "\U0001F457", "z", new('x', 300), new string('x', 300) + "y"];

        var catalog = CatalogSnapshot.Of(TestShop.Vocabulary, ids.Select(id => Item(id)));

        Assert.Equal(ids.Order(StringComparer.Ordinal), Enumerable.Range(0, ids.Length).Select(catalog.IdAt));
        Assert.All(ids, id => Assert.Equal(id, catalog.Items[catalog.IndexOf(id)].Product.Id));
        Assert.All(["aa", "\U0001F458", "xx", "0"], other => Assert.Equal(-1, catalog.IndexOf(other)));
        Assert.Equal(catalog.IndexOf("ab"), catalog.PlaceAfter("aa"));
        Assert.Equal(catalog.IndexOf("ab") + 1, catalog.PlaceAfter("ab"));
        Assert.Equal(ids.Length, catalog.PlaceAfter("\uFFFF"));
    }

    [Fact]
    public async Task Browse_ATypeOfOneInAHundred_CountsAndFindsItAsOneOfMany()
    {
        await shop.Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, 100).Select(number =>
            (Item($"p{number:000}", number < 60 ? "Dress" : $"Type {number}").Product, (PredictedTags?)null))]);
        var open = await shop.Shop.OpenAsync(Guid.NewGuid());

        var all = open.Browse(new CatalogQuery());
        var rare = open.Browse(new CatalogQuery { Types = ["Type 77"] });
        var both = open.Browse(new CatalogQuery { Types = ["Type 77", "Dress"] });

        Assert.Equal((41, 60, 1), (all.Types.Count, all.Types[0].Value, all.Types.First(type => type.Key == "Type 77").Value));
        Assert.Equal("p077", Assert.Single(rare.Items).Product.Id);
        Assert.Equal((61, 41), (both.Total, both.Types.Count));
        Assert.Equal(0, open.Browse(new CatalogQuery { Types = ["Type 12"] }).Total);
    }

    [Fact]
    public async Task Browse_AfterManyChangesOneByOne_FindsWhatAFreshShopFinds()
    {
        var store = shop.Get<ICatalogStore>();
        await store.SaveAsync([.. Enumerable.Range(0, 300)
            .Select(number => (Item($"p{number:000}", "Dress").Product, (PredictedTags?)null))]);
        Assert.Equal(300, (await shop.Shop.OpenAsync(Guid.Empty)).Browse(new CatalogQuery { Words = "thing" }).Total);
        var random = new Random(8);
        for (var change = 0; change < 60; change++)
        {
            // Some come, most change, and words come and go with them.
            var numbers = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(330)).Distinct();
            await store.SaveAsync([.. numbers.Select(number => (Item($"p{number:000}", "Dress").Product with
            {
                Name = $"{(change % 2 == 0 ? "Velvet" : "Corduroy")} {Words[random.Next(Words.Length)]}",
            }, (PredictedTags?)null))]);
            if (change % 5 == 0)
            {
                await shop.Get<ProductEditing>().WithdrawAsync("lena", [$"p{random.Next(300):000}"]);
            }

            _ = (await shop.Shop.OpenAsync(Guid.Empty)).Browse(new CatalogQuery { Words = "velvet" }).Total;
        }

        using var fresh = new TestShop(folder: shop.Folder);
        var (old, anew) = (await shop.Shop.OpenAsync(Guid.Empty), await fresh.Shop.OpenAsync(Guid.Empty));
        foreach (var words in (string[])["velvet", "corduroy", "thing", .. Words])
        {
            var found = Found(old, words);
            Assert.NotEmpty(found);
            Assert.Equal(Found(anew, words), found);
        }

        static IEnumerable<string> Found(ShopSnapshot at, string words) =>
            at.Browse(new CatalogQuery { Words = words, Take = 400 }).Items.Select(item => item.Product.Id).Order();
    }

    private static readonly string[] Words = ["gown", "robe", "kimono", "pinafore", "sarong"];

    private static CatalogItem Item(string id, string type = "") => new(TestShop.Vocabulary,
        new Product { Id = id, Name = $"Thing {id}", Type = type, Picture = new('0', 64), PictureWidth = 3, PictureHeight = 4 }, null, []);
}

/// <summary>The same on a catalog that is read by key.</summary>
public sealed class CatalogPlacesByKeyTests() : CatalogPlacesTests(HeldCatalog.None);
