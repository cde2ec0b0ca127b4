using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Review;

public abstract class ReviewStoreTests(TestDatabase database) : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop = database.Open();

    public void Dispose()
    {
        shop.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task Say_Value_IsInEffectAndPredictionStays()
    {
        await shop.AddAsync("p", Round);

        await SubmitAsync("Ada", VNeck);

        var item = await ItemAsync();
        Assert.Equal((VNeck, TagSource.Reviewed), (item[VNeck.Attribute]!.Top, item[VNeck.Attribute]!.Source));
        Assert.Equal(Round, item.Predicted!.Attributes.Single(said => said.Attribute == Round.Attribute).Top);
    }

    [Fact]
    public async Task Say_SameActTwice_CountsOnce()
    {
        await shop.AddAsync("p", Round);
        var act = Act("Ada", VNeck);

        Assert.True((await Store.SubmitAsync(act)).IsNew);
        Assert.False((await Store.SubmitAsync(act)).IsNew);

        Assert.Single((await BookAsync()).Of("p", VNeck.Attribute));
    }

    [Fact]
    public async Task AcceptedTogether_LookedAtLater_IsNoMore()
    {
        await shop.AddAsync("p", Round);
        await Store.SubmitAsync(Act("Ada", Round) with { Kind = ReviewActKind.AcceptAll });
        await Store.SubmitAsync(
            new ReviewAct(Guid.NewGuid(), "Bob", ReviewActKind.Unsure, "", [new ReviewChange("p", Round.Attribute, null)]));
        Assert.Equal([("p", Round.Attribute.Code)], await shop.Get<IAnnotationStore>().AcceptedTogetherAsync());

        await SubmitAsync("Bob", VNeck);

        Assert.Empty(await shop.Get<IAnnotationStore>().AcceptedTogetherAsync());
    }

    [Fact]
    public async Task Say_UnknownProduct_IsOneSentence()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => SubmitAsync("Ada", VNeck));
        Assert.Contains("'p'", error.Message);
    }

    [Fact]
    public async Task UndoRedo_WholeSession_GoesBackAndForth()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync("Ada", VNeck);
        await SubmitAsync("Ada", Round);
        await SubmitAsync("Bob", VNeck);

        Assert.Equal(["p"], (await Store.UndoAsync("Ada"))!.Products);
        Assert.NotNull(await Store.UndoAsync("Ada"));
        Assert.Null(await Store.UndoAsync("Ada"));
        Assert.Single((await BookAsync()).Of("p", VNeck.Attribute)); // Bob's word is his own
        Assert.NotNull(await Store.RedoAsync("Ada"));
        Assert.Equal(ConsensusStatus.Agreed, ConsensusRule.Decide((await BookAsync()).Of("p", VNeck.Attribute)).Status);
        Assert.NotNull(await Store.RedoAsync("Ada"));
        Assert.Null(await Store.RedoAsync("Ada"));
        Assert.Equal(ConsensusStatus.Conflict, ConsensusRule.Decide((await BookAsync()).Of("p", VNeck.Attribute)).Status);
    }

    [Fact]
    public async Task Past_ActsOfAKind_AreOwnNewestFirstAndSayWhetherTheyWereTakenBack()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync("Ada", VNeck);
        ReviewAct[] acts =
        [
            .. new[] { "Ada", "Ada", "Bob" }.Select(
                (who, place) => Act(who, VNeck) with { Kind = ReviewActKind.Bulk, Summary = $"act {place}" }),
        ];
        foreach (var act in acts)
        {
            await Store.SubmitAsync(act);
        }

        await Store.UndoAsync("Ada", acts[0].Id);

        var past = await Store.PastAsync("Ada", ReviewActKind.Bulk, DateTimeOffset.UnixEpoch);
        Assert.Equal([("act 1", false), ("act 0", true)], past.Select(act => (act.Summary, act.IsUndone)));
        Assert.Empty(await Store.PastAsync("Ada", ReviewActKind.Bulk, past[0].At.AddMilliseconds(1)));
    }

    [Fact]
    public async Task Undo_OnlyWord_MakesTheNetworksWordCountAgain()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync("Ada", VNeck);
        await Store.UndoAsync("Ada");

        Assert.Equal((Round, TagSource.Predicted),
            ((await ItemAsync())[Round.Attribute]!.Top, (await ItemAsync())[Round.Attribute]!.Source));
    }

    [Fact]
    public async Task Restore_EarlierState_EndsWhatWasSaidSinceAndErasesNothing()
    {
        await shop.AddAsync("p", Round);
        await SubmitAsync("Ada", VNeck);
        await SubmitAsync("Bob", Round);
        await SubmitAsync("Cem", Round);
        var history = await shop.Get<TagHistory>().OfAsync("p");
        var first = history.Last(entry => entry.State is not null);

        await shop.Get<TagHistory>().RestoreAsync("Ada", first.State!.Value);

        Assert.Equal(VNeck, (await ItemAsync())[VNeck.Attribute]!.Top);
        var after = await shop.Get<TagHistory>().OfAsync("p");
        Assert.Equal(history.Count + 2, after.Count);
        Assert.Equal(history, after.Where(entry => history.Contains(entry)));
    }

    [Fact]
    public async Task Say_WhileSomebodyElseDid_SaysSoAndLosesNothing()
    {
        await shop.AddAsync("p", Round);
        var seen = (await shop.Get<IAnnotationStore>().OfAsync("p")).Newest;
        await SubmitAsync("Ada", VNeck);

        var outcome = await Store.SubmitAsync(Act("Bob", Round) with { Seen = seen });

        var word = Assert.Single(outcome.Conflicts);
        Assert.Equal(("Ada", VNeck), (word.Reviewer, word.Value));
        Assert.Equal(2, (await BookAsync()).Of("p", VNeck.Attribute).Count);
    }

    [Fact]
    public async Task Project_OtherWeights_KeepsTheEarlierReading()
    {
        await shop.AddAsync("p", Round);
        await shop.AddAsync(new FakeProjector(VNeck) { Fingerprint = "4567" }, "p");

        Assert.Equal(VNeck, (await ItemAsync())[VNeck.Attribute]!.Top);
    }

    private IReviewStore Store => shop.Get<IReviewStore>();

    private static ReviewAct Act(string who, AttributeValue value) =>
        new(Guid.NewGuid(), who, ReviewActKind.Say, value.English, [new ReviewChange("p", value.Attribute, TagMarks.Choose(value))]);

    private Task<ReviewOutcome> SubmitAsync(string who, AttributeValue value) => Store.SubmitAsync(Act(who, value));

    private Task<ReviewBook> BookAsync() => shop.Get<ReviewBookCache>().GetAsync();

    private async Task<CatalogItem> ItemAsync() => (await shop.Shop.CatalogAsync()).TryFind("p")!;
}
