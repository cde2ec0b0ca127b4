using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Bulk;
using FashionRecs.Application.Review.Dashboard;
using FashionRecs.Application.Review.Grid;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Statistics;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Review;

/// <summary>What is decided in a grid is a person's word; what a bulk edit says of many at once is nobody's look.</summary>
public sealed class RegionGridTests : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue V = TestShop.Value("neckline_design", "V Neckline");
    private static readonly IReadOnlySet<string> None = new HashSet<string>();
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    private RegionGrid Grid => shop.Get<RegionGrid>();

    [Fact]
    public async Task Find_OneValue_HoldsWhatIsCalledSoAndNobodyLookedAt()
    {
        await FillAsync(4);
        await shop.AddAsync("round", Round);
        await SayAsync("ada", ReviewActKind.Say, TagMarks.Choose(V), "p0");

        var (cells, total) = await Grid.FindAsync(V, None, 48);

        Assert.Equal(["p1", "p2", "p3"], cells.Select(cell => cell.Item.Product.Id));
        Assert.Equal(3, total);
        Assert.All(cells, cell => Assert.NotNull(cell.Region));
        Assert.Equal((3, 1), ((await CountAsync(V)), (await CountAsync(Round))));
        Assert.Equal(["p2"], (await Grid.FindAsync(V, new HashSet<string> { "p1" }, 1)).Cells.Select(cell => cell.Item.Product.Id));
    }

    [Fact]
    public async Task Rejection_IsInEffectAtOnce_AndStandsInTheQueueForEverybody()
    {
        await FillAsync(1);

        await SayAsync("ada", ReviewActKind.Say, TagMarks.Reject(V), "p0");

        var reading = (await ItemAsync("p0"))[V.Attribute]!;
        Assert.Equal((0f, (Domain.Beliefs.Statement?)null), (reading.Probabilities[V.Position], reading.Statement));
        foreach (var person in (string[])["ada", "bob"])
        {
            var entry = Assert.Single(await shop.Get<ReviewQueue>().FindAsync(new ReviewFilter { State = ReviewState.Rejected }, person));
            Assert.Contains(entry.Place.Reasons, reason => reason.Words == $"Neckline design: a person says it is not “{V.English}”");
            Assert.NotEmpty(await shop.Get<ReviewQueue>().FindAsync(new ReviewFilter { Attribute = V.Attribute }, person));
        }

        Assert.Empty((await Grid.FindAsync(V, None, 48)).Cells);
        await SayAsync("bob", ReviewActKind.Say, TagMarks.Choose(Round), "p0");
        Assert.Equal(Round, (await ItemAsync("p0"))[V.Attribute]!.Top);
    }

    [Fact]
    public async Task Confirm_WhatSomebodyDecidedMeanwhile_IsLeftAloneAndReported()
    {
        await FillAsync(3);
        await SayAsync("ada", ReviewActKind.Say, TagMarks.Reject(V), "p1");

        var outcome = await SayAsync("bob", ReviewActKind.Grid, TagMarks.Choose(V), "p0", "p1", "p2");

        Assert.Equal(("p1", "ada"), (Assert.Single(outcome.Conflicts).Product, outcome.Conflicts[0].Reviewer));
        var said = await Grid.SaidAsync(V.Attribute, ["p0", "p1", "p2"]);
        Assert.Equal(["bob", "ada", "bob"], said.OrderBy(pair => pair.Key).Select(pair => pair.Value.Reviewer));
        Assert.Equal(0, (await ItemAsync("p1"))[V.Attribute]!.Probabilities[V.Position]);

        await shop.Get<IReviewStore>().UndoAsync("bob");
        Assert.Equal("ada", Assert.Single(await Grid.SaidAsync(V.Attribute, ["p0", "p1", "p2"])).Value.Reviewer);
    }

    [Fact]
    public async Task BulkConfirmation_IsNobodysLook_AndTheGridIs()
    {
        await FillAsync(20);
        var request = new BulkRequest(new ReviewFilter { State = ReviewState.All }, V.Attribute,
            V) { LeftOut = new HashSet<string> { "p7" } };
        Assert.Equal(19, await shop.Get<BulkEdit>().ApplyAsync(request, await shop.Get<BulkEdit>().PreviewAsync(request, "ada"), "ada"));

        var sum = await shop.Get<ReviewDashboard>().SumAsync();
        Assert.Equal((0, 0, 0), (sum.Touched, sum.Reviewed, sum.Accuracy.Sum(one => one.Count)));
        Assert.Equal(0, sum.Calibration.Sum(bin => bin.Count));
        Assert.Empty(ReviewedCase.Of((await shop.Shop.CatalogAsync()).Items));
        Assert.Equal(20, (await Grid.FindAsync(V, None, 48)).Total);
        Assert.Equal(20, (await shop.Get<ReviewQueue>().FindAsync(new ReviewFilter { Attribute = V.Attribute }, "ada")).Count);
        Assert.Equal(19, (await shop.Get<ReviewQueue>().FindAsync(new ReviewFilter { State = ReviewState.Unseen }, "ada")).Count);
        // It confirmed what the network says, and makes the shop no surer of it.
        Assert.Equal(TagSource.Predicted, (await ItemAsync("p0"))[V.Attribute]!.Source);

        await SayAsync("bob", ReviewActKind.Grid, TagMarks.Choose(V), "p0", "p1");
        sum = await shop.Get<ReviewDashboard>().SumAsync();
        Assert.Equal((2, 2, 2), (sum.Touched, sum.Reviewed, sum.Accuracy.Sum(one => one.Count)));
        Assert.Equal(0, sum.Agreement.Sum(one => one.Everybody.Count));
        Assert.Equal(TagSource.Reviewed, (await ItemAsync("p0"))[V.Attribute]!.Source);
    }

    [Fact]
    public async Task BulkEdit_ToAnotherValue_IsInEffectUntilSomebodyLooks()
    {
        await FillAsync(2);
        var request = new BulkRequest(new ReviewFilter { State = ReviewState.All }, V.Attribute, Round);
        await shop.Get<BulkEdit>().ApplyAsync(request, await shop.Get<BulkEdit>().PreviewAsync(request, "ada"), "ada");
        Assert.Equal(Round, (await ItemAsync("p0"))[V.Attribute]!.Top);

        await SayAsync("bob", ReviewActKind.Say, TagMarks.Choose(V), "p0");

        Assert.Equal(V, (await ItemAsync("p0"))[V.Attribute]!.Top);
    }

    private async Task FillAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await shop.AddAsync($"p{number}", V);
        }
    }

    private Task<ReviewOutcome> SayAsync(string person, ReviewActKind kind, IReadOnlyList<TagMark> marks, params string[] products) =>
        shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(
            Guid.NewGuid(), person, kind, "said", [.. products.Select(product =>
                new ReviewChange(product, V.Attribute, marks))]) { LeavesOthers = kind == ReviewActKind.Grid });

    private async Task<CatalogItem> ItemAsync(string id) => (await shop.Shop.CatalogAsync()).TryFind(id)!;

    private async Task<int> CountAsync(AttributeValue value) =>
        (await Grid.CountAsync(TestShop.Vocabulary))[value.Attribute.Position].Values[value.Position].Count;
}
