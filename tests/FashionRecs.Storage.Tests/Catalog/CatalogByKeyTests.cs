using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Dashboard;
using FashionRecs.Application.Review.Grid;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.Catalog;

/// <summary>A catalog whose products are read by key is the same shop as one that is held in memory.</summary>
public abstract class CatalogByKeyTests : IDisposable
{
    private const int Products = 160;
    private static readonly string[] Types = ["Dress", "Trousers", "Blouse", "Top"];
    private static readonly string[] Colours = ["Black", "White", "Red", "Blue", ""];

    private readonly TestDatabase database;
    private readonly TestShop held;
    private readonly TestShop read;
    private readonly Guid shopper = new("00000000-0000-0000-0000-000000000007");

    protected CatalogByKeyTests(TestDatabase database)
    {
        this.database = database;
        held = database.Open();
        read = ByKey();
    }

    public void Dispose()
    {
        held.Dispose();
        read.Dispose();
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Pages_OfTheShop_AreTheSameToTheLastProduct()
    {
        await FillAsync();
        await LikeAsync();
        Assert.True((await held.Shop.CatalogAsync()).IsHeld);
        Assert.False((await read.Shop.CatalogAsync()).IsHeld);

        Assert.Equal(await PagesAsync(held), await PagesAsync(read));
    }

    [Fact]
    public async Task Pages_AfterChangesReviewsAndRemovals_AreStillTheSame()
    {
        await FillAsync();
        await LikeAsync();
        await PagesAsync(held);
        var before = await PagesAsync(read);

        var editing = held.Get<ProductEditing>();
        await editing.SetAsync("lena", ["p003", "p010"], Field("name"), "Velvet gown");
        await editing.SetAsync("lena", ["p004"], Field("colour"), "Purple");
        await editing.WithdrawAsync("lena", ["p020"]);
        await editing.DeleteAsync("lena", ["p021"]);
        var value = TestShop.Value("neckline_design", "V Neckline");
        await held.Get<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "ada", ReviewActKind.Say, "Neckline",
            [new ReviewChange("p005", value.Attribute, TagMarks.Choose(value))]));
        await held.AddAsync("zz", value);

        var after = await PagesAsync(read);
        Assert.Equal(await PagesAsync(held), after);
        Assert.NotEqual(before, after);
        var catalog = await read.Shop.CatalogAsync();
        Assert.Equal("Velvet gown", catalog.TryFind("p003")!.Product.Name);
        Assert.Equal(TagSource.Reviewed, catalog.TryFind("p005")![value.Attribute]!.Source);
        Assert.True(catalog.TryFindAny("p020")!.IsWithdrawn);
        Assert.Null(catalog.TryFindAny("p021"));
        Assert.Equal(2, (await read.Shop.OpenAsync(shopper)).Browse(new CatalogQuery { Words = "velvet" }).Total);
    }

    [Fact]
    public async Task Lists_OfAPageThatIsOpen_LeaveOutWhatWentSince()
    {
        await FillAsync();
        await LikeAsync();
        var open = await read.Shop.OpenAsync(shopper);
        var (catalog, before) = (open.Catalog, await PagesAsync(held));

        await held.Get<ProductEditing>().DeleteAsync("lena", ["p100"]);
        await held.Get<ProductEditing>().WithdrawAsync("lena", ["p101"]);

        Assert.Null(catalog.TryFind("p100"));
        Assert.Null(catalog.TryFind("p101"));
        var all = open.Browse(new CatalogQuery { Take = Products }).Items;
        Assert.Equal(Products - 2, all.Count);
        Assert.All(all.Concat(open.Recommend(Products, 3).Select(card => card.Item)).Concat(open.Similar("p102", Products)
            .Select(near => near.Item)), item => Assert.False(item.IsWithdrawn || item.Product.Name.Length == 0));
        Assert.Null((await read.Shop.CatalogAsync()).TryFind("p100"));
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
                var open = await read.Shop.OpenAsync(shopper);
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
            await held.Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, 10).Select(number => (new Product
            {
                Id = $"m{number}{portion:00}", Name = $"Velvet {portion}", Type = Types[number % 4], Group = "Garment", Colour = "Red",
                Picture = $"{number:x64}", PictureWidth = 300, PictureHeight = 400,
            }, (PredictedTags?)null))]);
        }

        Volatile.Write(ref done, true);
        Assert.True(await reading > 0);
        Assert.Equal(Products + 120, (await read.Shop.CatalogAsync()).Items.Count);
        Assert.Equal(await PagesAsync(held), await PagesAsync(read));
    }

    [Fact]
    public async Task OffersAndAnswers_OfACatalogByKey_AreTrue()
    {
        await FillAsync();
        var (open, all) = (await read.Shop.OpenAsync(shopper), await held.Shop.OpenAsync(shopper));
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
    public async Task Start_FromWhatWasKept_ShowsThatAndWhatChangedSince()
    {
        await FillAsync();
        await LikeAsync();
        await KeepAsync();
        var editing = held.Get<ProductEditing>();
        await editing.SetAsync("lena", ["p003", "p010"], Field("name"), "Velvet gown");
        await editing.WithdrawAsync("lena", ["p020"]);
        await editing.DeleteAsync("lena", ["p021"]);
        await held.AddAsync("zz", TestShop.Value("neckline_design", "V Neckline"));
        // What is not read again is taken from what was kept: a price that was changed behind the shop's back is not seen by filters.
        database.Execute("""UPDATE "Products" SET "Price" = 4000 WHERE "Id" = 'p001'""");

        using var again = ByKey();
        var open = await again.Shop.OpenAsync(shopper);

        Assert.Equal(0, open.Browse(new CatalogQuery { PriceFrom = 3_999 }).Total);
        Assert.Equal(2, open.Browse(new CatalogQuery { Words = "velvet" }).Total);
        Assert.Equal(Products - 1, open.Catalog.Items.Count);
        Assert.True(open.Catalog.TryFindAny("p020")!.IsWithdrawn);
        database.Execute("""UPDATE "Products" SET "Price" = 6 WHERE "Id" = 'p001'""");
        using var anew = ByKey();
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
        var folder = Path.Combine(database.Folder, "catalog");
        switch (what)
        {
            case "another catalog":
                // As after a backup was put back and others went on from there: the same revision, of other products.
                database.Execute("""UPDATE "Products" SET "Colour" = 'Mauve' WHERE "Id" = 'p159'""");
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
        using var fresh = database.Open();

        Assert.Equal(await PagesAsync(fresh), await PagesAsync(again));
    }

    [Fact]
    public async Task Desk_OfACatalogByKey_GoesThroughAllOfItAndFollowsChanges()
    {
        await FillAsync();
        await held.Shop.CatalogAsync();
        var value = TestShop.Value("neckline_design", "V Neckline");
        Assert.Equal(await DeskAsync(held, value), await DeskAsync(read, value));

        await held.Get<ProductEditing>().WithdrawAsync("lena", ["p020"]);
        await held.Get<ProductEditing>().DeleteAsync("lena", ["p021"]);
        await held.Get<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "ada", ReviewActKind.Say, "Neckline",
            [new ReviewChange("p005", value.Attribute, TagMarks.Choose(value))]));
        await held.AddAsync("zz", value);

        var after = await DeskAsync(read, value);
        Assert.Equal(await DeskAsync(held, value), after);
        Assert.Contains(after, line => line.StartsWith("zz ", StringComparison.Ordinal));
        Assert.False((await read.Shop.CatalogAsync()).IsHeld);
        Assert.Equal(["p005"], await read.Get<ICatalogStore>().ReviewedSinceAsync(0));
        Assert.Empty(await read.Get<ICatalogStore>().ReviewedSinceAsync((await read.Shop.CatalogAsync()).Revision));
    }

    [Fact]
    public async Task Catalog_ThatOutgrowsWhatIsHeld_IsReadByKeyFromThenOn()
    {
        for (var number = 0; number < 50; number++)
        {
            await held.AddAsync($"a{number:00}");
        }

        Assert.True((await read.Shop.CatalogAsync()).IsHeld);

        await held.AddAsync("b");

        var grown = await read.Shop.CatalogAsync();
        Assert.False(grown.IsHeld);
        Assert.Equal("Product a07", grown.TryFind("a07")!.Product.Name);
        Assert.Equal(51, grown.Items.Select(item => item.Product.Id).Distinct().Count());
    }

    [Fact]
    public async Task Catalog_ThatShrinksToWhatIsHeld_IsHeldAgainAlsoAfterAStart()
    {
        await FillAsync();
        await KeepAsync();
        Assert.False((await read.Shop.CatalogAsync()).IsHeld);

        await held.Get<ProductEditing>().WithdrawAsync("lena", [.. Enumerable.Range(40, Products - 40).Select(number => $"p{number:000}")]);

        Assert.True((await read.Shop.CatalogAsync()).IsHeld);
        using var again = ByKey();
        var catalog = await again.Shop.CatalogAsync();
        Assert.True(catalog.IsHeld);
        Assert.Equal(40, catalog.Items.Count);
        Assert.True(catalog.TryFindAny("p100")!.IsWithdrawn);
    }

    private TestShop ByKey() =>
        new(database: database,
            configure: services => services.AddSingleton(new CatalogMemory { WholeUpTo = 50, Recent = 32, Compared = 8 }));

    /// <summary>Starts a shop that keeps its catalog for the next start.</summary>
    private async Task KeepAsync()
    {
        using var first = ByKey();
        Assert.False((await first.Shop.CatalogAsync()).IsHeld);
        var file = Path.Combine(database.Folder, "catalog", "columns");
        for (var waited = 0; !File.Exists(file); waited++)
        {
            Assert.True(waited < 600, "The catalog was not kept within a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static ProductField Field(string code) => ProductField.All.First(field => field.Code == code);

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

    /// <summary>All that stands on some pages, line by line.</summary>
    private async Task<IReadOnlyList<string>> PagesAsync(TestShop at)
    {
        var shop = await at.Shop.OpenAsync(shopper);
        var value = TestShop.Value("sleeve_length", "Long Sleeves");
        CatalogQuery[] queries =
        [
            new(), new() { Values = [value] }, new() { Types = ["Dress"], Order = CatalogOrder.PriceUp, Skip = 5 },
            new() { Colours = ["Red", "Blue"], Order = CatalogOrder.Name }, new() { Words = "red dress under 40" },
            new() { Words = "number twelve trousers" }, new() { Order = CatalogOrder.PriceDown, PriceFrom = 20, PriceTo = 50 },
            new() { PriceFrom = 9_000, TakesNearestPrices = true },
        ];
        var lines = new List<string>();
        foreach (var card in shop.Recommend(24, 3).Concat(shop.Home(5).SelectMany(row => row.Cards)))
        {
            lines.Add($"{card.Position} {card.Item.Product.Id} {card.Item.Product.Name} {card.Explanation.Score:R} "
                + $"{card.Explanation.Reason?.Phrase} {card.Explanation.Reason?.Region?.Box} {card.Explored}");
        }

        foreach (var page in queries.Select(shop.Browse))
        {
            lines.Add($"{page.Total}: {string.Join(' ', page.Items.Select(item => item.Product.Id))}; "
                + string.Join(' ', page.Values.OrderBy(pair => pair.Key.Index).Select(pair => pair.Value)) + "; "
                + string.Join(' ', page.Types.Concat(page.Colours).Concat(page.Patterns).Select(pair => $"{pair.Key} {pair.Value}")) + "; "
                + string.Join(' ', page.Prices.Select(pair => $"{pair.Key} {pair.Value}")));
        }

        foreach (var id in (string[])["p000", "p017", "p055", "p159"])
        {
            var why = shop.Explain(id)!;
            lines.Add($"{id} {why.Place} {why.Explanation.Score:R} "
                + string.Join(' ', why.Explanation.Shares.Select(share => share.FullCode)));
            lines.Add(string.Join(' ', shop.Similar(id).Select(near => $"{near.Item.Product.Id} {near.Distance:R}")));
            lines.Add(string.Join(' ', shop.LikeThisBut(id, value)
                .Select(near => $"{near.Item.Product.Id} {near.Distance:R} {near.IsSure}")));
            lines.Add(string.Join(' ', shop.Offers(id).Select(offer => offer.FullCode())));
            lines.Add($"{shop.WhyNot(id)!.Kind} {shop.WhyNot(id)!.Place}");
        }

        lines.Add(string.Join(' ', shop.RecommendAmong(new CatalogQuery { Types = ["Blouse"] }, 8, 2)
            .Select(card => card.Item.Product.Id)));
        lines.Add(shop.NextQuestion(["p001"], 4)!.Product.Id);
        return lines;
    }

    private async Task LikeAsync()
    {
        foreach (var (id, signal) in ((string, PreferenceSignal)[])[("p002", PreferenceSignal.Like), ("p007", PreferenceSignal.Like),
            ("p009", PreferenceSignal.Bag), ("p011", PreferenceSignal.Hide)])
        {
            await held.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, signal, id));
        }
    }

    private Task FillAsync()
    {
        var random = new Random(5);
        return held.Get<ICatalogStore>().SaveAsync([.. Enumerable.Range(0, Products).Select(number => (Facts(number), Read()))]);

        Product Facts(int number) => new()
        {
            Id = $"p{number:000}", Name = $"Number {number % 40} {Types[number % 4]}", Type = Types[number % 4], Group = "Garment",
            Section = number % 2 == 0 ? "Ladieswear" : "Divided", Colour = Colours[number % 5],
            Pattern = number % 3 == 0 ? "Stripe" : "Solid",
            Price = number % 11 == 0 ? null : 5 + (number % 60), Description = $"A {Types[number % 4]} of cotton. Number {number}.",
            Picture = $"{number:x64}", PictureWidth = 300, PictureHeight = 400,
        };

        PredictedTags? Read() => new("drawn", [.. TestShop.Vocabulary.Attributes.Select(attribute =>
        {
            var top = attribute.Values[random.Next(attribute.Values.Count)];
            float[] said = [.. attribute.Values.Select(each =>
                each == top ? 0.5f + (0.49f * random.NextSingle()) : 0.1f * random.NextSingle())];
            return new ProjectedAttribute(attribute, said,
                top.IsInvisible ? null : new PartRegion(new PixelBox(random.Next(9), 2, 30, 40), random.NextSingle()));
        })]);
    }
}
