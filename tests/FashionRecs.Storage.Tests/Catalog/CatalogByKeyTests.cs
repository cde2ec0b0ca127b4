using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Dashboard;
using FashionRecs.Application.Review.Grid;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Catalog;

/// <summary>A catalog whose products are read by key is the same shop as one that is held in memory.</summary>
public abstract class CatalogByKeyTests(TestDatabase database) : CatalogByKey(database)
{
    [Fact]
    public async Task Pages_OfTheShop_AreTheSameToTheLastProduct()
    {
        await FillAsync();
        await LikeAsync();
        Assert.True((await Held.Shop.CatalogAsync()).IsHeld);
        Assert.False((await Read.Shop.CatalogAsync()).IsHeld);

        Assert.Equal(await PagesAsync(Held), await PagesAsync(Read));
    }

    [Fact]
    public async Task Pages_AfterChangesReviewsAndRemovals_AreStillTheSame()
    {
        await FillAsync();
        await LikeAsync();
        await PagesAsync(Held);
        var before = await PagesAsync(Read);

        var editing = Held.Get<ProductEditing>();
        await editing.SetAsync("lena", ["p003", "p010"], Field("name"), "Velvet gown");
        await editing.SetAsync("lena", ["p004"], Field("colour"), "Purple");
        await editing.WithdrawAsync("lena", ["p020"]);
        await editing.DeleteAsync("lena", ["p021"]);
        var value = TestShop.Value("neckline_design", "V Neckline");
        await Held.Get<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "ada", ReviewActKind.Say, "Neckline",
            [new ReviewChange("p005", value.Attribute, TagMarks.Choose(value))]));
        await Held.AddAsync("zz", value);

        var after = await PagesAsync(Read);
        Assert.Equal(await PagesAsync(Held), after);
        Assert.NotEqual(before, after);
        var catalog = await Read.Shop.CatalogAsync();
        Assert.Equal("Velvet gown", catalog.TryFind("p003")!.Product.Name);
        Assert.Equal(TagSource.Reviewed, catalog.TryFind("p005")![value.Attribute]!.Source);
        Assert.True(catalog.TryFindAny("p020")!.IsWithdrawn);
        Assert.Null(catalog.TryFindAny("p021"));
        Assert.Equal(2, (await Read.Shop.OpenAsync(Shopper)).Browse(new CatalogQuery { Words = "velvet" }).Total);
    }

    [Fact]
    public async Task Lists_OfAPageThatIsOpen_LeaveOutWhatWentSince()
    {
        await FillAsync();
        await LikeAsync();
        var open = await Read.Shop.OpenAsync(Shopper);
        var (catalog, before) = (open.Catalog, await PagesAsync(Held));

        await Held.Get<ProductEditing>().DeleteAsync("lena", ["p100"]);
        await Held.Get<ProductEditing>().WithdrawAsync("lena", ["p101"]);

        Assert.Null(catalog.TryFind("p100"));
        Assert.Null(catalog.TryFind("p101"));
        var all = open.Browse(new CatalogQuery { Take = Products }).Items;
        Assert.Equal(Products - 2, all.Count);
        Assert.All(all.Concat(open.Recommend(Products, 3).Select(card => card.Item)).Concat(open.Similar("p102", Products)
            .Select(near => near.Item)), item => Assert.False(item.IsWithdrawn || item.Product.Name.Length == 0));
        Assert.Null((await Read.Shop.CatalogAsync()).TryFind("p100"));
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task Pages_WhileAnImportAddsProducts_AreWholeAndEndAsTheSame()
    {
        await FillAsync();
        await LikeAsync();
        var done = false;
        var reading = Task.Run(async () =>
        {
            var pages = 0;
            while (!Volatile.Read(ref done))
            {
                var open = await Read.Shop.OpenAsync(Shopper);
                var page = open.Browse(new CatalogQuery { Types = ["Dress"], Take = 400 });
                Assert.Equal(page.Total, page.Items.Count);
                Assert.All(page.Items, item => Assert.Equal("Dress", item.Product.Type));
                Assert.All(open.Browse(new CatalogQuery { Words = "velvet", Take = 400 }).Items,
                    item => Assert.Contains("Velvet", item.Product.Name, StringComparison.Ordinal));
                pages++;
            }

            return pages;
        }, TestContext.Current.CancellationToken);

        for (var portion = 0; portion < 12; portion++)
        {
            await Held.Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, 10).Select(number => (new Product
            {
                Id = $"m{number}{portion:00}", Name = $"Velvet {portion}", Type = Types[number % 4], Group = "Garment", Colour = "Red",
                Picture = $"{number:x64}", PictureWidth = 300, PictureHeight = 400,
            }, (PredictedTags?)null))]);
        }

        Volatile.Write(ref done, true);
        Assert.True(await reading > 0);
        Assert.Equal(Products + 120, (await Read.Shop.CatalogAsync()).Items.Count);
        Assert.Equal(await InOrderAsync(Held), await InOrderAsync(Read));
        // Each counts within a minute what shoppers choose among; shops that open now count the same.
        using var held = Kept.Open();
        using var read = ByKey();
        Assert.Equal(await PagesAsync(held), await PagesAsync(read));

        async Task<IReadOnlyList<string>> InOrderAsync(TestShop at) =>
            [.. (await at.Shop.OpenAsync(Shopper)).Browse(new CatalogQuery { Order = CatalogOrder.PriceUp, Take = 400 }).Items
                .Select(item => $"{item.Product.Id} {item.Product.Name} {item.Product.Type}")];
    }

    [Fact]
    public async Task OffersAndAnswers_OfACatalogByKey_AreTrue()
    {
        await FillAsync();
        var (open, all) = (await Read.Shop.OpenAsync(Shopper), await Held.Shop.OpenAsync(Shopper));
        foreach (var id in (string[])["p000", "p017", "p055", "p159"])
        {
            var offers = open.LengthOffers(id);
            Assert.Subset(all.LengthOffers(id).ToHashSet(), offers.ToHashSet());
            Assert.All(offers, change => Assert.Equal(all.LikeThisBut(id, change).Select(near => near.Item.Product.Id),
                open.LikeThisBut(id, change).Select(near => near.Item.Product.Id)));
            if (open.InOtherColours(id) is { } shared)
            {
                Assert.All(shared.Items, near => Assert.NotEqual(open.Catalog.TryFind(id)!.Product.Colour, near.Item.Product.Colour));
            }
        }
    }

    [Fact]
    public async Task Desk_OfACatalogByKey_GoesThroughAllOfItAndFollowsChanges()
    {
        await FillAsync();
        await Held.Shop.CatalogAsync();
        var value = TestShop.Value("neckline_design", "V Neckline");
        Assert.Equal(await DeskAsync(Held, value), await DeskAsync(Read, value));

        await Held.Get<ProductEditing>().WithdrawAsync("lena", ["p020"]);
        await Held.Get<ProductEditing>().DeleteAsync("lena", ["p021"]);
        await Held.Get<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "ada", ReviewActKind.Say, "Neckline",
            [new ReviewChange("p005", value.Attribute, TagMarks.Choose(value))]));
        await Held.AddAsync("zz", value);

        var after = await DeskAsync(Read, value);
        Assert.Equal(await DeskAsync(Held, value), after);
        Assert.Contains(after, line => line.StartsWith("zz ", StringComparison.Ordinal));
        Assert.False((await Read.Shop.CatalogAsync()).IsHeld);
        Assert.Equal(["p005"], await Read.Get<ICatalogStore>().ReviewedSinceAsync(0));
        Assert.Empty(await Read.Get<ICatalogStore>().ReviewedSinceAsync((await Read.Shop.CatalogAsync()).Revision));
    }

    /// <summary>What the staff sees of all products, line by line.</summary>
    private static async Task<IReadOnlyList<string>> DeskAsync(TestShop at, AttributeValue value)
    {
        var board = await at.Get<QueueBoardCache>().GetAsync();
        var listed = await at.Get<ProductListing>().FindAsync(new ProductQuery { Order = "price", Words = "p" });
        var (cells, total) = await at.Get<RegionGrid>().FindAsync(value, new HashSet<string>(), 10);
        var sums = await at.Get<ReviewDashboard>().SumAsync();
        return [.. board.Entries.Select(entry => $"{entry.Place.Item.Product.Id} {entry.Place.Score:R} {entry.Annotations.Count}"),
            string.Join(' ', listed.Select(item => $"{item.Product.Id} {item.IsWithdrawn}")),
            $"{total} {string.Join(' ', cells.Select(cell => cell.Item.Product.Id))}",
            $"{sums.Products} {sums.Touched} {sums.Tags} {sums.Reviewed}"];
    }
}
