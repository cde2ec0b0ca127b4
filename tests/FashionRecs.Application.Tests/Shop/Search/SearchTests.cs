using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop.Search;

/// <summary>What becomes of a search: filters, words, what is left out and what is offered, on the drawn catalog.</summary>
public sealed class SearchTests(QueryTableTests.SeedShop seed) : IClassFixture<QueryTableTests.SeedShop>
{
    [Fact]
    public async Task Browse_WordsThatMeanFilters_BecomeFiltersThatFindTheSame()
    {
        var shop = await OpenAsync();
        var asked = shop.Browse(new CatalogQuery { Words = "v neck black dress under 60" });

        Assert.Equal(["Dress", "Black"], asked.Query.Types.Concat(asked.Query.Colours));
        Assert.Equal((60m, ""), (asked.Query.PriceTo, asked.Query.Words));
        Assert.Equal("V-Shaped", Assert.Single(asked.Query.Families).Code);
        Assert.Equal(asked.Total, shop.Browse(asked.Query).Total);
        Assert.True(shop.Browse(asked.Query with { Colours = [] }).Total > asked.Total);
    }

    [Fact]
    public async Task Browse_WordThatFitsNothing_IsLeftOutAndTheRestIsFound()
    {
        var page = (await OpenAsync()).Browse(new CatalogQuery { Words = "linen dress" });

        Assert.Equal(["linen"], page.LeftOut);
        Assert.All(page.Items, item => Assert.Equal("Dress", item.Product.Type));
        Assert.NotEmpty(page.PopularTypes);
    }

    [Fact]
    public async Task Browse_WordsThatDoNotFitTogether_LeavesOutWhatIsLeastMissed()
    {
        var page = (await OpenAsync()).Browse(new CatalogQuery { Words = "black dress under 5" });

        Assert.Equal(["under 5"], page.LeftOut);
        Assert.All(page.Items, item => Assert.Equal(("Dress", "Black"), (item.Product.Type, item.Product.Colour)));
        Assert.Equal(page.Items.Select(item => item.Product.Price).Order(), page.Items.Select(item => item.Product.Price));
        Assert.Null(page.Query.PriceTo);
    }

    [Theory]
    [InlineData("asdfgh")]
    [InlineData("bagpipes 👗 فستان")]
    [InlineData("!!!")]
    public async Task Browse_NothingOfIt_OffersPopularTypes(string words)
    {
        var page = (await OpenAsync()).Browse(new CatalogQuery { Words = words });

        Assert.Equal(0, page.Total);
        Assert.Equal("Dress", page.PopularTypes[0].Key);
    }

    [Fact]
    public async Task Browse_DeniedWords_AreTakenAwayAndCanComeBack()
    {
        var shop = await OpenAsync();
        var page = shop.Browse(new CatalogQuery { Words = "dress not black or v neck", Take = 1_000 });

        Assert.Equal(["colour:Black", "neckline_design:V-Shaped"], page.Query.Without.Order());
        Assert.DoesNotContain(page.Items, item => item.Product.Colour == "Black");
        Assert.True(shop.Browse(page.Query with { Without = [] }).Total > page.Total);
    }

    [Fact]
    public async Task Browse_MisspelledWord_SaysWhatItWasTakenFor()
    {
        var page = (await OpenAsync()).Browse(new CatalogQuery { Words = "swaeter with satn" });

        Assert.Contains(page.Corrections, correction => correction is { Written: "swaeter", Meant: "sweater" });
        Assert.Equal(["Sweater"], page.Query.Types);
    }

    [Fact]
    public async Task Browse_WordsOverAFilterOfTheirKind_Count()
    {
        var page = (await OpenAsync()).Browse(new CatalogQuery { Words = "skirt", Types = ["Coat"], Colours = ["Black"] });

        Assert.Equal(["Skirt", "Black"], page.Query.Types.Concat(page.Query.Colours));
    }

    [Fact]
    public async Task Browse_Taste_OrdersWhatAnswersTheWordsEqually()
    {
        var shopper = Guid.NewGuid();
        var liked = (await OpenAsync()).Browse(new CatalogQuery { Words = "sleeveless dress" }).Items;
        foreach (var item in liked.Take(6))
        {
            await seed.Shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, item.Product.Id));
        }

        var shop = await seed.Shop.Shop.OpenAsync(shopper);
        var page = shop.Browse(new CatalogQuery { Words = "blue dress", Take = 1_000 });
        var very = page.Items.TakeWhile(item => item.Product.Colour == "Blue").ToArray();

        Assert.NotEmpty(very);
        Assert.DoesNotContain(page.Items.Skip(very.Length), item => item.Product.Colour == "Blue");
        Assert.Equal(very.Select(shop.Score).OrderDescending(), very.Select(shop.Score));
        Assert.NotEqual((await OpenAsync()).Browse(new CatalogQuery { Words = "blue dress" }).Items.Select(item => item.Product.Id)
            .Take(5), page.Items.Select(item => item.Product.Id).Take(5));
    }

    [Fact]
    public async Task Browse_ChangedProducts_AreFoundByTheirNewWords()
    {
        using var own = new TestShop();
        await own.AddAsync("a", TestShop.Value("neckline_design", "V Neckline"));
        await own.AddAsync("b", TestShop.Value("neckline_design", "V Neckline"));
        Assert.Equal(2, await FoundAsync("product"));

        var before = (await own.Shop.CatalogAsync()).TryFind("a")!;
        await own.Get<ICatalogStore>().SaveAsync(before.Product with { Name = "Paisley thing" }, before.Predicted, CancellationToken.None);
        await own.AddAsync("c");

        Assert.Equal((1, 2), (await FoundAsync("paisley"), await FoundAsync("product")));

        async Task<int> FoundAsync(string words) =>
            (await own.Shop.OpenAsync(Guid.NewGuid())).Browse(new CatalogQuery { Words = words }).Total;
    }

    [Theory]
    [InlineData("swea", "en", "sweater")]
    [InlineData("black d", "en", "black dress")]
    [InlineData("off the sh", "en", "off the shoulder")]
    [InlineData("schwarzes kl", "de", "schwarzes kleid")]
    [InlineData("V领 连", "zh", "V领 连衣裙")]
    [InlineData("sat", "en", "satin")]
    [InlineData("jumpers", "en", "jumpers")]
    [InlineData("swaeter", "en", "sweater")]
    public async Task Suggest_Beginning_GoesOnWithWhatIsThere(string written, string language, string words)
    {
        var suggestions = await seed.Shop.Shop.SuggestAsync(written, language);

        Assert.Equal(words, suggestions[0].Words);
        Assert.All(suggestions, suggestion => Assert.True(suggestion.Count > 0));
        Assert.Equal((await OpenAsync()).Browse(new CatalogQuery { Words = words }).Total, suggestions[0].Count);
    }

    [Fact]
    public async Task Suggest_OwnLanguage_ComesFirst()
    {
        Assert.Equal("black", (await seed.Shop.Shop.SuggestAsync("bla", "en"))[0].Words);
        Assert.Equal("blau", (await seed.Shop.Shop.SuggestAsync("bla", "de"))[0].Words);
        Assert.Empty(await seed.Shop.Shop.SuggestAsync("zzzz", "en"));
    }

    private Task<ShopSnapshot> OpenAsync() => seed.Shop.Shop.OpenAsync(Guid.Empty);
}
