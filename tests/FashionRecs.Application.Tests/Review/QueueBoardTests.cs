using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Review;

public sealed class QueueBoardTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Now);
    private readonly TestShop shop;

    public QueueBoardTests() => shop = new TestShop(time: clock);

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Get_AfterAReview_WorksOutThatProductAloneAndRightly()
    {
        await FillAsync(4);
        var before = await Board.GetAsync();
        await SubmitAsync("p1", "Long Sleeves");

        var after = await Board.GetAsync();

        Assert.Equal([true, false, true, true], before.Entries.Zip(after.Entries, ReferenceEquals));
        Assert.Equal(1, after.Entries[1].Decisions[Sleeve].People);
        await IsWhatAFreshOneSaysAsync(after);
    }

    [Fact]
    public async Task Get_ProductsComeAndGo_AreOnTheBoardAndOffIt()
    {
        await FillAsync(3);
        await Board.GetAsync();
        await shop.AddAsync("p9", TestShop.Value("sleeve_length", "Short Sleeves"));
        await shop.Get<ProductEditing>().WithdrawAsync("lena", ["p0"]);

        var board = await Board.GetAsync();

        Assert.Equal(["p1", "p2", "p9"], board.Entries.Select(entry => entry.Place.Item.Product.Id));
        await IsWhatAFreshOneSaysAsync(board);
    }

    [Fact]
    public async Task Get_AMinuteAfterShoppersSawAProduct_KnowsItsReach()
    {
        await FillAsync(2);
        var unseen = (await Board.GetAsync()).Entries[0];
        await shop.Get<IImpressionStore>().LogAsync(new Impression(Guid.NewGuid(), Guid.NewGuid(), "home", ["p0"]));
        clock.Advance(TimeSpan.FromMinutes(1.1));

        var board = await Board.GetAsync();

        Assert.Equal((0, 1), (unseen.Shown, board.Entries[0].Shown));
        await IsWhatAFreshOneSaysAsync(board);
    }

    private QueueBoardCache Board => shop.Get<QueueBoardCache>();

    private static FashionRecs.Domain.Attributes.GarmentAttribute Sleeve => TestShop.Vocabulary["sleeve_length"];

    private async Task FillAsync(int products)
    {
        for (var number = 0; number < products; number++)
        {
            await shop.AddAsync($"p{number}", TestShop.Value("sleeve_length", "Long Sleeves"));
        }
    }

    private Task SubmitAsync(string product, string value) => shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(
        Guid.NewGuid(), "Ada", ReviewActKind.Say, value,
        [new ReviewChange(product, Sleeve, TagMarks.Choose(TestShop.Value("sleeve_length", value)))]));

    /// <summary>A board that starts from nothing comes to the same places.</summary>
    private async Task IsWhatAFreshOneSaysAsync(QueueBoard board)
    {
        using var fresh = new TestShop(shop.Folder, time: clock);
        var expected = await fresh.Get<QueueBoardCache>().GetAsync();
        Assert.Equal(Told(expected), Told(board));
    }

    private static IEnumerable<(string, double, string)> Told(QueueBoard board) => board.Entries.Select(entry => (
        entry.Place.Item.Product.Id, entry.Place.Score, string.Join("; ", entry.Place.Reasons.Select(reason => reason.Words))));
}
