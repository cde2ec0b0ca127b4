using FashionRecs.Application.Catalog;
using FashionRecs.Application.Notices;
using FashionRecs.Application.Review;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;
using FashionRecs.Tests;
using FashionRecs.Web.Merchandising.Review;

namespace FashionRecs.Web.Tests.Merchandising;

public sealed class BlindSecondAnnotationTests : IAsyncLifetime, IDisposable
{
    private static readonly AttributeValue Short = TestShop.Value("sleeve_length", "Short Sleeves");
    private static readonly AttributeValue Long = TestShop.Value("sleeve_length", "Long Sleeves");
    private static readonly AttributeValue Round = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop = new();

    /// <summary>Ada has corrected two attributes of a product that two people are to look at.</summary>
    public async ValueTask InitializeAsync()
    {
        await shop.Get<ISettingStore>().SetAsync(SettingNumbers.SecondAnnotationShare, "1");
        await shop.AddAsync("p", Long, Round);
        await SubmitAsync("Ada", Short);
        await SubmitAsync("Ada", VNeck);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Find_ForTheSecondPerson_TellsNothingOfTheFirstWord()
    {
        Assert.Contains(await ReasonsAsync("Ada"), reason => reason.Kind == ReviewReasonKind.Disagreement);

        var reasons = await ReasonsAsync("Bob");

        Assert.Equal([ReviewReasonKind.SecondAnnotation], reasons.Select(reason => reason.Kind).Distinct());
        Assert.DoesNotContain(reasons,
            reason =>
            reason.Words.Contains(Short.English, StringComparison.Ordinal) || reason.Words.Contains("a person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Find_ByValue_FiltersTheSecondPersonsQueueByWhatTheNetworkSays()
    {
        Assert.Equal((1, 0), (await CountAsync("Ada", Short), await CountAsync("Bob", Short)));
        Assert.Equal((0, 1), (await CountAsync("Ada", Long), await CountAsync("Bob", Long)));
        Assert.Single(
            await Queue.FindInEffectAsync(new ReviewFilter { State = ReviewState.All, Attribute = Short.Attribute, Value = Short }, "Bob"));
    }

    [Fact]
    public async Task Load_SecondPersonSpeaksOfOneAttribute_OpensThatOneAlone()
    {
        Assert.True((await LoadAsync("Bob")).Blind);
        await SubmitAsync("Bob", Long);

        var product = await LoadAsync("Bob");

        Assert.Equal((false, true), (product.IsBlind(Short.Attribute), product.IsBlind(VNeck.Attribute)));
        Assert.Equal((Round, null, true),
            (product.Answer(VNeck.Attribute), product.Whose(VNeck.Attribute), product.IsLeft(VNeck.Attribute)));
        await SubmitAsync("Bob", VNeck);
        Assert.False((await LoadAsync("Bob")).Blind);
    }

    [Fact]
    public async Task Refresh_FirstWordWhileTheSecondLooks_AsksNobodyToLookAtIt()
    {
        await shop.AddAsync("q", Long);
        var queue = await Queue.FindAsync(new ReviewFilter { State = ReviewState.All }, "Bob");
        var desk = new ReviewSession(Loader, shop.Get<IReviewStore>(), new ReviewPresence(new LocalNotices(), TimeProvider.System),
            TestShop.Vocabulary, "Bob", queue);
        await desk.OpenAsync("q");
        await SubmitAsync("Ada", Short, "q");

        await desk.RefreshAsync("Ada");

        Assert.Equal("Ada has just reviewed this product too.", desk.Message);
        Assert.Equal(Long, desk.Product!.Answer(Long.Attribute));
    }

    private ReviewQueue Queue => shop.Get<ReviewQueue>();

    private ReviewTaskLoader Loader => new(shop.Get<ICatalogStore>(), shop.Get<IAnnotationStore>(), shop.Get<ISettingStore>());

    private async Task<ReviewTask> LoadAsync(string reviewer) => (await Loader.LoadAsync("p", reviewer))!;

    private async Task<IReadOnlyList<ReviewReason>> ReasonsAsync(string reviewer) =>
        Assert.Single(await Queue.FindAsync(new ReviewFilter { State = ReviewState.All }, reviewer)).Place.Reasons;

    private async Task<int> CountAsync(string reviewer, AttributeValue value) =>
        (await Queue.FindAsync(new ReviewFilter { State = ReviewState.All, Attribute = value.Attribute, Value = value }, reviewer)).Count;

    private Task SubmitAsync(string reviewer, AttributeValue value, string product = "p") =>
        shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(
        Guid.NewGuid(), reviewer, ReviewActKind.Say, value.English, [new ReviewChange(product, value.Attribute, TagMarks.Choose(value))]));
}
