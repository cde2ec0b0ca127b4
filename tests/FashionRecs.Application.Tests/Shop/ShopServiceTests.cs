using FashionRecs.Application.Files;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using Microsoft.Data.Sqlite;

namespace FashionRecs.Application.Tests.Shop;

public sealed class ShopServiceTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue RoundNeck = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue LongSleeves = TestShop.Value("sleeve_length", "Long Sleeves");
    private static readonly AttributeValue ShortSleeves = TestShop.Value("sleeve_length", "Short Sleeves");

    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();

    private FileRewriting Rewriting => shop.Get<FileRewriting>();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task TakeBack_DoneOftenBetweenOtherThings_IsOneStepAndNothingTwice()
    {
        await shop.AddAsync("p1", TestShop.Value("neckline_design", "V Neckline"));
        var (who, store) = (Guid.NewGuid(), shop.Get<IShopperStore>());
        var vector = (await shop.Shop.CatalogAsync()).Items[0].Vector;
        // More than one step of what is written at a time.
        await store.AppendAsync([.. Enumerable.Range(0, 600).Select(number =>
            (new ShopperEvent(Guid.NewGuid(), who, number % 2 == 0 ? PreferenceSignal.Like : PreferenceSignal.Dislike, "p1"),
                (ItemVector?)vector))]);

        var both = await Task.WhenAll(shop.Shop.TakeBackAsync(who, "p1", [PreferenceSignal.Like]),
            shop.Shop.TakeBackAsync(who, "p1", [PreferenceSignal.Like]));

        Assert.All(both, profile => Assert.DoesNotContain(profile.History.Events, entry => entry.Event.Signal == PreferenceSignal.Like));
        Assert.Equal(900, await store.RevisionAsync(who)); // 600 acts, and each of 300 likes was taken back once.
        Assert.True(await shop.Shop.DeleteAsync(who));
        Assert.Equal(0, await store.RevisionAsync(who));
        Assert.Empty((await shop.Shop.ShopperAsync(who)).History.Events);
        Assert.False(await shop.Shop.DeleteAsync(who));
    }

    [Fact]
    public async Task Recommend_AfterThreeLikesOfOneNeckline_NamesItAndItsBox()
    {
        await FillAsync();
        foreach (var id in (string[])["v0", "v1", "v2"])
        {
            await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, id));
        }

        var page = (await shop.Shop.OpenAsync(shopper)).Recommend(5);

        Assert.Equal("v", page[0].Item.Product.Id[..1]);
        Assert.Equal(VNeck, page[0].Explanation.Reason!.Value);
        Assert.Equal(VNeck, page[0].Explanation.Reason!.Value);
        Assert.Equal(page[0].Item[VNeck.Attribute]!.Region, page[0].Explanation.Reason!.Region);
        Assert.All(page, card => Assert.Equal(card.Explanation.Score, card.Explanation.Shares.Sum(share => share.Contribution)));
        Assert.DoesNotContain(page, card => card.Item.Product.Id == "v0");
    }

    [Fact]
    public async Task Recommend_ByScoreAlone_FallsInScoreAndExploresNothing()
    {
        await FillAsync();
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));

        var page = (await shop.Shop.OpenAsync(shopper)).Recommend(8, choice: RankingChoice.ByScoreAlone);
        var usual = (await shop.Shop.OpenAsync(shopper)).Recommend(8);

        Assert.Equal(page.OrderByDescending(card => card.Explanation.Score).Select(card => card.Explanation.Score),
            page.Select(card => card.Explanation.Score));
        Assert.DoesNotContain(page, card => card.Explored);
        Assert.Contains(usual, card => card.Explored);
    }

    [Fact]
    public async Task Recommend_EmptyCatalog_IsEmpty() => Assert.Empty((await shop.Shop.OpenAsync(shopper)).Recommend());

    [Fact]
    public async Task Recommend_OppositeTastes_DifferInTheirFirstProduct()
    {
        await FillAsync();
        var other = Guid.NewGuid();
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "r0") with { Shopper = other });

        Assert.StartsWith("v", (await shop.Shop.OpenAsync(shopper)).Recommend()[0].Item.Product.Id);
        Assert.StartsWith("r", (await shop.Shop.OpenAsync(other)).Recommend()[0].Item.Product.Id);
    }

    [Fact]
    public async Task Record_SameEventTwice_CountsOnce()
    {
        await FillAsync();
        var like = Act(PreferenceSignal.Like, "v0");
        var once = await shop.Shop.RecordAsync(like);
        var twice = await shop.Shop.RecordAsync(like);

        Assert.Equal(once.State.Mean[VNeck.Index], twice.State.Mean[VNeck.Index]);
        Assert.Single(twice.History.Events);
    }

    [Fact]
    public async Task Record_ProductGone_SaysSo()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "none")));
        Assert.Equal("The shop no longer has this product.", error.Message);
    }

    [Fact]
    public async Task Record_PinBeyondRange_IsRefusedAndNotLogged()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => shop.Shop.RecordAsync(
            new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Pin, Value: VNeck.FullCode(), Weight: double.NaN)));
        Assert.Empty((await shop.Shop.ShopperAsync(shopper)).History.Events);
    }

    [Fact]
    public async Task Undo_LastLike_GivesBackTheStateBefore()
    {
        await FillAsync();
        var before = await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "r0"));

        var after = await shop.Shop.UndoAsync(shopper);

        Assert.True(before.State.Mean.SequenceEqual(after.State.Mean));
        Assert.Equal(["v0"], after.Liked);
    }

    [Fact]
    public async Task Profile_FromAnotherProcess_IsTheSameToTheLastBit()
    {
        await FillAsync();
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));
        var here = await shop.Shop.RecordAsync(Act(PreferenceSignal.Hide, "r1"));

        using var other = new TestShop(shop.Folder);
        var there = await other.Shop.ShopperAsync(shopper);
        await other.Shop.RecordAsync(Act(PreferenceSignal.Like, "v1"));

        Assert.True(here.State.Mean.SequenceEqual(there.State.Mean));
        Assert.Contains("v1", (await shop.Shop.ShopperAsync(shopper)).Liked);
    }

    [Fact]
    public async Task Review_OtherValue_ChangesRankingAndKeepsNoForeignBox()
    {
        await FillAsync();
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));
        TagMark[] marks = [.. VNeck.Attribute.Values.Select(value => value == VNeck ? TagMark.Is : TagMark.IsNot)];
        await shop.Get<IReviewStore>()
            .SubmitAsync(new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, "V", [new ReviewChange("r1", VNeck.Attribute, marks)]));

        var corrected = (await shop.Shop.OpenAsync(shopper)).Explain("r1");

        Assert.Equal(1, corrected!.Place);
        Assert.Equal(TagSource.Reviewed, corrected.Item[VNeck.Attribute]!.Source);
        Assert.Null(corrected.Item[VNeck.Attribute]!.Region);
        Assert.DoesNotContain(corrected.Explanation.Reasons, reason => reason.Value == VNeck);
    }

    [Fact]
    public async Task Delete_Shopper_LeavesNothingInTheFiles()
    {
        await FillAsync();
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));
        await shop.Shop.ShownAsync(new Impression(Guid.NewGuid(), shopper, "home", ["v0", "r0"]));
        Assert.Contains(shopper.ToString().ToUpperInvariant(), Bytes());

        await shop.Shop.DeleteAsync(shopper);
        Assert.True(await Rewriting.RunAsync());

        Assert.DoesNotContain(shopper.ToString().ToUpperInvariant(), Bytes());
        Assert.False(await (await shop.Shop.ExportAsync(shopper)).Events.AnyAsync());
    }

    [Fact]
    public async Task Delete_NobodyOfWhomAnythingIsStored_DoesNothing()
    {
        await FillAsync();

        Assert.False(await shop.Shop.DeleteAsync(Guid.NewGuid()));

        Assert.Null(await shop.Get<ISettingStore>().TryGetAsync(FileRewriting.Setting));
    }

    [Fact]
    public async Task Delete_OneOfManyWhosePagesWereSplit_LeavesNothingInTheFiles()
    {
        await FillAsync();
        var random = new Random(1);
        Guid[] shoppers =
            [.. Enumerable.Range(0, 1_500).Select(_ => { var bytes = new byte[16]; random.NextBytes(bytes); return new Guid(bytes); })];
        foreach (var many in shoppers.Chunk(100))
        {
            await Task.WhenAll(many.Select(one => shop.Shop.ShownAsync(new Impression(Guid.NewGuid(), one, "home", ["v0"]))));
        }

        foreach (var one in shoppers.Take(20))
        {
            Assert.True(await shop.Shop.DeleteAsync(one));
        }

        Assert.True(await Rewriting.RunAsync());

        var left = Bytes();
        Assert.All(shoppers.Take(20), one => Assert.DoesNotContain(one.ToString().ToUpperInvariant(), left));
        Assert.Contains(shoppers[20].ToString().ToUpperInvariant(), left);
    }

    [Fact]
    public async Task Delete_WhileAnotherProgramReads_RemovesTheRowsAndOverwritesThemLater()
    {
        await FillAsync();
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));
        using (var reader = new SqliteConnection($"Data Source={Path.Combine(shop.Folder, "shop.db")};Pooling=False"))
        {
            reader.Open();
            using var transaction = reader.BeginTransaction(deferred: true);
            using var command = reader.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM Events";
            command.Transaction = transaction;
            Assert.Equal(1L, command.ExecuteScalar());

            Assert.True(await shop.Shop.DeleteAsync(shopper));
            Assert.False(await Rewriting.RunAsync());
        }

        Assert.False(await (await shop.Shop.ExportAsync(shopper)).Events.AnyAsync());
        Assert.True(await Rewriting.RunAsync());
        Assert.DoesNotContain(shopper.ToString().ToUpperInvariant(), Bytes());
    }

    [Fact]
    public async Task Merge_AnonymousIntoAccount_MovesHistoryAndShown()
    {
        await FillAsync();
        var account = Guid.NewGuid();
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));
        await shop.Shop.ShownAsync(new Impression(Guid.NewGuid(), shopper, "home", ["v0"]));

        await shop.Shop.MergeAsync(shopper, account);

        Assert.Equal(["v0"], (await shop.Shop.ShopperAsync(account)).Liked);
        Assert.Single((await shop.Shop.ExportAsync(account)).Shown);
        Assert.Empty((await shop.Shop.ShopperAsync(shopper)).Liked);
    }

    [Fact]
    public async Task Merge_SeenFromAnotherProcess_BringsWhatWasDoneBeforeAndAfter()
    {
        await FillAsync();
        var account = Guid.NewGuid();
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v0"));
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v1") with { Shopper = account });
        using var other = new TestShop(shop.Folder);
        Assert.Equal(["v1"], (await other.Shop.ShopperAsync(account)).Liked);
        await shop.Shop.RecordAsync(Act(PreferenceSignal.Like, "v2"));

        await shop.Shop.MergeAsync(shopper, account);

        Assert.Equal(["v0", "v1", "v2"], (await other.Shop.ShopperAsync(account)).History.Events.Select(entry => entry.Event.ProductId));
    }

    [Fact]
    public async Task Shown_SameImpressionTwice_IsLoggedOnce()
    {
        var seen = new Impression(Guid.NewGuid(), shopper, "home", ["v0"]);
        Assert.True(await shop.Shop.ShownAsync(seen));
        Assert.False(await shop.Shop.ShownAsync(seen));
    }

    private async Task FillAsync()
    {
        for (var number = 0; number < 6; number++)
        {
            await shop.AddAsync($"v{number}", VNeck, number % 2 == 0 ? LongSleeves : ShortSleeves);
            await shop.AddAsync($"r{number}", RoundNeck, number % 2 == 0 ? ShortSleeves : LongSleeves);
        }
    }

    private ShopperEvent Act(PreferenceSignal signal, string product) => new(Guid.NewGuid(), shopper, signal, product, Position: 0);

    private string Bytes() => string.Concat(Directory.GetFiles(shop.Folder, "shop.db*").Select(path =>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
