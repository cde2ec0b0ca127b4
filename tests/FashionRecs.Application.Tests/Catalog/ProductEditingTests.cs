using System.Text;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Catalog;

public sealed class ProductEditingTests : IDisposable
{
    private const string Lena = "lena@example.org", Omar = "omar@example.org";
    private static readonly AttributeValue V = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");

    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    private ProductEditing Editing => shop.Get<ProductEditing>();

    [Fact]
    public async Task Save_OtherFields_AreInTheShopAndInTheHistory()
    {
        await shop.AddAsync("a", V);
        var before = (await ItemAsync("a"))!.Product;

        var outcome = await Editing.SaveAsync(Lena, "a", before, product => product with { Name = "Wrap dress", Price = 12.5m });

        Assert.NotNull(outcome.Act);
        Assert.Equal(("Wrap dress", 12.5m), ((await ItemAsync("a"))!.Product.Name, (await ItemAsync("a"))!.Product.Price));
        var change = Assert.Single(await HistoryAsync("a"));
        Assert.Equal((Lena, ProductChangeKind.Edited), (change.Act.Person, change.Act.Kind));
        Assert.Equal(["name: Product a → Wrap dress", "price: 9.99 → 12.5"], change.Fields.Select(field => field.Words));
        Assert.NotNull((await ItemAsync("a"))!.Predicted);
    }

    [Fact]
    public async Task Save_ChangedMeanwhile_SavesNothingAndTellsWhatAndByWhom()
    {
        await shop.AddAsync("a", V);
        var before = (await ItemAsync("a"))!.Product;
        await Editing.SaveAsync(Lena, "a", before, product => product with { Price = 5 });

        var outcome = await Editing.SaveAsync(Omar, "a", before, product => product with { Name = "Mine" });

        Assert.Null(outcome.Act);
        Assert.Equal(("price: 9.99 → 5", Lena), (Assert.Single(outcome.Meanwhile).Words, outcome.Person));
        Assert.Equal("Product a", (await ItemAsync("a"))!.Product.Name);
        Assert.NotNull((await Editing.SaveAsync(Omar, "a", outcome.Now, product => product with { Name = "Mine" })).Act);
        Assert.Equal(("Mine", 5m), ((await ItemAsync("a"))!.Product.Name, (await ItemAsync("a"))!.Product.Price));
    }

    [Theory]
    [InlineData("", 1, "name")]
    [InlineData("a", -1, "price")]
    [InlineData("a\0", 1, "control")]
    public async Task Save_WhatMayNotBe_IsRefusedInASentence(string name, int price, string about)
    {
        await shop.AddAsync("a", V);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() =>
            Editing.SaveAsync(Lena, "a", null, product => product with { Name = name, Price = price }));

        Assert.Contains(about, refusal.Message);
        Assert.EndsWith(".", refusal.Message);
        Assert.Empty(await HistoryAsync("a"));
    }

    [Fact]
    public async Task Withdraw_Product_IsInNoListAndComesBackWhole()
    {
        foreach (var id in (string[])["a", "b"])
        {
            await shop.AddAsync(id, V);
        }

        await SayAsync("a", Round);
        var (act, changed) = await Editing.WithdrawAsync(Lena, ["a", "a", "none"]);

        Assert.Equal(1, changed);
        var catalog = await shop.Shop.CatalogAsync();
        Assert.Null(catalog.TryFind("a"));
        Assert.Equal(Round, catalog.Withdrawn["a"][V.Attribute]!.Top);
        var open = await shop.Shop.OpenAsync(Guid.NewGuid());
        Assert.DoesNotContain(open.Recommend(), card => card.Item.Product.Id == "a");
        Assert.DoesNotContain(open.Browse(new() { Words = "Product a" }).Items, item => item.Product.Id == "a");
        Assert.Equal(["b"], open.Similar("a").Select(near => near.Item.Product.Id));
        Assert.Null(await shop.Get<ICatalogStore>().TryFindAsync("a"));

        Assert.Equal(1, (await Editing.ReturnAsync(Omar, ["a"])).Changed);
        Assert.Equal(Round, (await ItemAsync("a"))![V.Attribute]!.Top);
        Assert.Empty((await shop.Shop.CatalogAsync()).Withdrawn);
        Assert.Equal([ProductChangeKind.Returned, ProductChangeKind.Withdrawn],
            (await HistoryAsync("a")).Select(change => change.Act.Kind));
        Assert.Equal(act, (await HistoryAsync("a"))[1].Act.Id);
    }

    [Fact]
    public async Task Withdraw_ReadByOtherWeightsMeanwhile_StaysWithdrawn()
    {
        await shop.AddAsync("a", V);
        await Editing.WithdrawAsync(Lena, ["a"]);

        await shop.AddAsync(new FakeProjector(Round) { Fingerprint = "later" }, "a");

        Assert.Null(await ItemAsync("a"));
        Assert.Equal("later", (await shop.Shop.CatalogAsync()).Withdrawn["a"].Predicted!.Fingerprint);
    }

    [Fact]
    public async Task Delete_Product_LeavesNothingButItsEvents()
    {
        await shop.AddAsync("a", V);
        var picture = (await ItemAsync("a"))!.Product.Picture;
        await SayAsync("a", Round);
        var shopper = Guid.NewGuid();
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "a", null, 0, null, null));

        Assert.Equal(1, await Editing.DeleteAsync(Lena, ["a"]));

        var catalog = await shop.Shop.CatalogAsync();
        Assert.Null(catalog.TryFindAny("a"));
        Assert.False(await shop.Get<PictureStore>().ExistsAsync(picture));
        Assert.Null(await shop.Get<IProductStore>().TryFindAsync("a"));
        Assert.Contains("a", (await shop.Shop.OpenAsync(shopper)).Shopper.Liked);
        Assert.Equal(ProductChangeKind.Deleted, (await HistoryAsync("a"))[0].Act.Kind);

        // The same id again is another product: nothing that was said of the old one counts.
        await shop.AddAsync("a", V);
        Assert.Equal((V, TagSource.Predicted), ((await ItemAsync("a"))![V.Attribute]!.Top, (await ItemAsync("a"))![V.Attribute]!.Source));
    }

    [Fact]
    public async Task Delete_PictureOfTwoProducts_StaysWithTheOther()
    {
        await shop.AddAsync("a", V);
        var product = (await ItemAsync("a"))!.Product;
        await shop.Get<ICatalogStore>().SaveAsync(product with { Id = "twin" }, null);

        await Editing.DeleteAsync(Lena, ["a"]);
        Assert.True(await shop.Get<PictureStore>().ExistsAsync(product.Picture));

        await Editing.DeleteAsync(Lena, ["twin"]);
        Assert.False(await shop.Get<PictureStore>().ExistsAsync(product.Picture));
    }

    [Fact]
    public async Task Save_NewPicture_IsReadAnewAndDropsReviewsUntilItIsTakenBack()
    {
        await shop.AddAsync("a", V);
        await SayAsync("a", Round);
        var before = (await ItemAsync("a"))!.Product;
        var picture = await Editing.TakeInAsync(Encoding.UTF8.GetBytes("another picture"), new FakeProjector(V));

        var outcome = await Editing.SaveAsync(Lena, "a", before, product => product, picture);

        var item = (await ItemAsync("a"))!;
        Assert.Equal((picture.Name, V, TagSource.Predicted), (item.Product.Picture, item[V.Attribute]!.Top, item[V.Attribute]!.Source));
        Assert.Contains("no longer counts", (await HistoryAsync("a"))[0].Act.Note);
        Assert.Contains(await shop.Get<TagHistory>().OfAsync("a"),
            entry => entry.Why.Contains("earlier picture", StringComparison.Ordinal));

        Assert.Equal(new TakeBackOutcome(1, []).Changed, (await Editing.TakeBackAsync(Lena, outcome.Act!.Value)).Changed);
        item = (await ItemAsync("a"))!;
        Assert.Equal((before.Picture, Round, TagSource.Reviewed),
            (item.Product.Picture, item[V.Attribute]!.Top, item[V.Attribute]!.Source));
        Assert.NotNull(item.Predicted);
    }

    [Fact]
    public async Task TakeBack_BulkEdit_KeepsWhatWasChangedSince()
    {
        foreach (var id in (string[])["a", "b", "c"])
        {
            await shop.AddAsync(id, V);
        }

        var colour = ProductField.Facts.Single(field => field.Code == "colour");
        var (act, changed) = await Editing.SetAsync(Lena, ["a", "b", "c"], colour, "Green");
        Assert.Equal(3, changed);
        await Editing.SaveAsync(Omar, "b", null, product => product with { Colour = "Blue" });
        await Editing.DeleteAsync(Omar, ["c"]);

        var outcome = await Editing.TakeBackAsync(Lena, act);

        Assert.Equal(1, outcome.Changed);
        Assert.Equal([("b", "its colour was changed again since, and stays"), ("c", "it was deleted")], outcome.Kept);
        Assert.Equal(("Black", "Blue"), ((await ItemAsync("a"))!.Product.Colour, (await ItemAsync("b"))!.Product.Colour));
    }

    private Task SayAsync(string product, AttributeValue value) => shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(
        Guid.NewGuid(), Omar, ReviewActKind.Say, "said", [new ReviewChange(product, value.Attribute, TagMarks.Choose(value))]));

    private async Task<CatalogItem?> ItemAsync(string id) => (await shop.Shop.CatalogAsync()).TryFind(id);

    private Task<IReadOnlyList<ProductChange>> HistoryAsync(string id) => shop.Get<IProductStore>().HistoryAsync(id);
}
