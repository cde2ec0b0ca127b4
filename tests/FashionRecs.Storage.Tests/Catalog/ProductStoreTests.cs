using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Catalog;

/// <summary>What is done to products is kept, seen by other processes, and done once.</summary>
public abstract class ProductStoreTests : IDisposable
{
    private static readonly AttributeValue V = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestDatabase database;
    private readonly TestShop shop;

    protected ProductStoreTests(TestDatabase database) => (this.database, shop) = (database, database.Open());

    public void Dispose()
    {
        shop.Dispose();
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Change_SeenByAnotherProcess_AndKeptWithItsHistory()
    {
        using var other = database.Open();
        await shop.AddAsync("a", V);
        await shop.AddAsync("b", V);
        Assert.Equal(2, (await other.Shop.CatalogAsync()).Items.Count);

        var (act, _) = await shop.Get<ProductEditing>().SetAsync("lena", ["a", "b"], ProductField.Price, "12.50");
        await shop.Get<ProductEditing>().WithdrawAsync("lena", ["b"]);

        var catalog = await other.Shop.CatalogAsync();
        Assert.Equal((12.5m, 12.5m), (catalog.TryFind("a")!.Product.Price, catalog.Withdrawn["b"].Product.Price));
        Assert.Equal(["a", "b"], (await other.Get<IProductStore>().OfActAsync(act)).Select(change => change.Product));
        var change = (await other.Get<IProductStore>().HistoryAsync("a"))[0];
        Assert.Equal(("lena", "9.99", "12.5"), (change.Act.Person, change.Fields[0].From, change.Fields[0].To));
        await other.Get<ProductEditing>().DeleteAsync("omar", ["a", "b"]);
        Assert.Empty((await shop.Shop.CatalogAsync()).Items);
        Assert.Empty((await shop.Shop.CatalogAsync()).Withdrawn);
    }

    [Fact]
    public async Task Product_OfferAndFurtherPictures_AreKeptAndGoOnlyWithTheLastThatHasThem()
    {
        var pictures = shop.Get<PictureStore>();
        var (own, shared) = (await pictures.SaveAsync("own"u8.ToArray()), await pictures.SaveAsync("shared"u8.ToArray()));
        var facts = new ProductFacts("a", "A", "", "", "", "", "", 1, "")
        {
            Link = "https://shop.example/a", Availability = Availability.Preorder, Sizes = "S, M", MorePictures = $"{own} {shared}",
        };
        await shop.Get<ProductImport>().ImportAsync(facts, "first a"u8.ToArray(), new FakeProjector(V));
        await shop.Get<ProductImport>().ImportAsync(facts with { Id = "b", MorePictures = shared }, "first b"u8.ToArray(),
            new FakeProjector(V));

        using var other = database.Open();
        var product = (await other.Shop.CatalogAsync()).TryFind("a")!.Product;
        Assert.Equal(("https://shop.example/a", "preorder", "S, M", $"{own} {shared}"),
            (product.Link, product.Availability, product.Sizes, product.MorePictures));
        var sizes = ProductField.Facts.Single(field => field.Code == "sizes");
        await shop.Get<ProductEditing>().SetAsync("lena", ["a"], sizes, "L");
        Assert.Equal("L", (await other.Shop.CatalogAsync()).TryFind("a")!.Product.Sizes);
        await Assert.ThrowsAsync<InvalidDataException>(() => shop.Get<ProductEditing>().SetAsync("lena", ["a"],
            ProductField.Facts.Single(field => field.Code == "link"), "javascript:alert(1)"));

        await shop.Get<ProductEditing>().DeleteAsync("lena", ["a"]);

        Assert.False(await pictures.ExistsAsync(own));
        Assert.True(await pictures.ExistsAsync(shared));
    }

    [Fact]
    public async Task Change_TwoPeopleAtOnce_NothingIsLost()
    {
        await shop.AddAsync("a", V);
        using var other = database.Open();
        var name = ProductField.Facts.Single(field => field.Code == "name");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => (number % 2 == 0 ? shop : other).Get<ProductEditing>()
            .SaveAsync($"p{number}", "a", null, product => name.With(product, $"{name.Read(product)}.{number}"))));

        var text = name.Read((await shop.Get<IProductStore>().TryFindAsync("a"))!.Product);
        Assert.All(Enumerable.Range(0, 20), number => Assert.Contains($".{number}", text));
        Assert.Equal(20, (await shop.Get<IProductStore>().HistoryAsync("a")).Count);
    }

    [Fact]
    public async Task Confirm_TwoPeopleAtOnce_EachProductHasOneWord()
    {
        string[] products = [.. Enumerable.Range(0, 12).Select(number => $"p{number:00}")];
        foreach (var product in products)
        {
            await shop.AddAsync(product, V);
        }

        using var other = database.Open();
        await Task.WhenAll(Confirm(shop, "ada"), Confirm(other, "bob"));

        foreach (var product in products)
        {
            Assert.Single((await shop.Get<IAnnotationStore>().OfAsync(product)).Said[V.Attribute]);
        }

        Task<ReviewOutcome> Confirm(TestShop where, string person) => where.Get<IReviewStore>().SubmitAsync(new ReviewAct(
            Guid.NewGuid(), person, ReviewActKind.Grid, "a page",
            [.. products.Select(product => new ReviewChange(product, V.Attribute, TagMarks.Choose(V)))]) { LeavesOthers = true });
    }
}
