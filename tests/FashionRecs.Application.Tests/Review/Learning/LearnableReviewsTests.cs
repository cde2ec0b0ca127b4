using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Learning;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Review.Learning;

public sealed class LearnableReviewsTests : IDisposable
{
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(ReviewActKind.Say, 1f)]
    [InlineData(ReviewActKind.Accept, 1f)]
    [InlineData(ReviewActKind.Grid, 1f)]
    [InlineData(ReviewActKind.AcceptAll, LearnableReviews.TogetherWeight)]
    [InlineData(ReviewActKind.Bulk, 0f)]
    public async Task Find_KindOfAct_WeighsByHowCloselySomebodyLooked(ReviewActKind kind, float weight)
    {
        await shop.AddAsync("p", Round);

        await SayAsync("Ada", kind, VNeck);

        var found = await shop.Get<LearnableReviews>().FindAsync();
        Assert.Equal(weight, found.SingleOrDefault()?.Weight ?? 0);
        Assert.All(found, review => Assert.Equal(VNeck.Position, TagMarks.Chosen(review.Marks)));
    }

    [Fact]
    public async Task Find_AcceptedTogetherAndThenLookedAt_CountsWhole()
    {
        await shop.AddAsync("p", Round);
        await SayAsync("Ada", ReviewActKind.AcceptAll, Round);
        await SayAsync("Bob", ReviewActKind.Accept, Round);

        Assert.Equal(1, Assert.Single(await shop.Get<LearnableReviews>().FindAsync()).Weight);
        await shop.Get<IReviewStore>().UndoAsync("Bob");
        Assert.Equal(LearnableReviews.TogetherWeight, Assert.Single(await shop.Get<LearnableReviews>().FindAsync()).Weight);
    }

    [Fact]
    public async Task Find_TwoPeopleDiffer_TeachesNothing()
    {
        await shop.AddAsync("p", Round);
        await SayAsync("Ada", ReviewActKind.Say, Round);
        await SayAsync("Bob", ReviewActKind.Say, VNeck);

        Assert.Empty(await shop.Get<LearnableReviews>().FindAsync());
    }

    [Fact]
    public async Task Count_SomeReviews_SaysHowManyAreMissing()
    {
        await shop.AddAsync("p", Round);
        await SayAsync("Ada", ReviewActKind.Say, Round);

        var count = (await shop.Get<LearnableReviews>().CountAsync())[Round.Attribute.Position];

        Assert.Equal((1, 0, LearnableReviews.Least - 1), (count.Alone, count.Together, count.Missing));
    }

    private Task SayAsync(string who, ReviewActKind kind, AttributeValue value) => shop.Get<IReviewStore>().SubmitAsync(
        new ReviewAct(Guid.NewGuid(), who, kind, "", [new ReviewChange("p", value.Attribute, TagMarks.Choose(value))]));
}
