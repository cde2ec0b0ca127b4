using FashionRecs.Application.Jobs;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Shop.Tastes;

public sealed class TasteLearnerTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly TasteOptions options = new() { Least = 30 };
    private readonly TestShop shop;

    public TasteLearnerTests() => shop = new TestShop(time: time, configure: services => services.AddSingleton(options));

    private CurrentTaste Taste => shop.Get<CurrentTaste>();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Learn_TastesThatGoTogether_TakesThemIntoUseForShoppersWhoAreKnown()
    {
        await ShoppersWithTaste.FillAsync(shop, 120);
        var shopper = Guid.NewGuid();
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p000"));
        var before = await LikingAsync(shopper);
        var steps = new List<int>();

        var learned = await shop.Get<TasteLearner>().LearnAsync((done, _) => steps.Add(done));
        await Taste.KeepAsync(learned);

        Assert.NotNull(learned.Prior);
        Assert.Contains("measured with 24 others", learned.Sentence);
        Assert.Contains("(taken)", learned.Sentence);
        Assert.Equal([0, 1, 2, 3, 4], steps);
        // Of somebody who liked a V-neckline, it is believed now that they like long sleeves.
        Assert.True(await LikingAsync(shopper) > before + 0.05, $"{await LikingAsync(shopper)} after {before}");

        await Taste.KeepAsync(new LearnedTaste(null, null, ""));
        Assert.Equal(before, await LikingAsync(shopper), 6);
    }

    [Fact]
    public async Task Learn_NoTasteAtAll_LeavesWhatShips()
    {
        await ShoppersWithTaste.FillAsync(shop, 60, isRandom: true);

        var learned = await shop.Get<TasteLearner>().LearnAsync((_, _) => { });

        Assert.False(learned.IsUsed);
        Assert.Contains("not surely better", learned.Sentence);
    }

    [Fact]
    public async Task Learn_TooFewShoppers_SaysHowManyAreNeeded()
    {
        await ShoppersWithTaste.FillAsync(shop, 8);

        var learned = await shop.Get<TasteLearner>().LearnAsync((_, _) => { });

        Assert.False(learned.IsUsed);
        Assert.Matches("more: [0-8], and 30 are needed", learned.Sentence);
    }

    [Fact]
    public async Task Kept_DamagedOrOfAnotherVocabulary_IsWhatShips()
    {
        var shipped = (await Taste.GetAsync()).Learner;
        await shop.Get<ISettingStore>().SetAsync("tastes.learned", "{ this is no");
        time.Advance(TimeSpan.FromMinutes(2)); // Nobody tells; it is looked at each minute.

        Assert.Same(shipped, (await Taste.GetAsync()).Learner);
        await Taste.KeepAsync(new LearnedTaste(
            """{"vocabulary":"flowers 1","source":"","values":["a:b"],"mean":[0],"covariance":[1]}""", null, "Of another shop."));
        Assert.Same(shipped, (await Taste.GetAsync()).Learner);
        Assert.Equal("Of another shop.", (await Taste.GetAsync()).Learned!.Sentence);
    }

    [Fact]
    public async Task Look_Nightly_AsksOnceANightAlsoWhenTheClockIsMovedByADay()
    {
        options.Nightly = true;
        var kind = new LearnFromShoppersJob(
            shop.Get<TasteLearner>(), Taste, options, shop.Get<ISettingStore>(), shop.Get<IJobStore>(), time);
        await kind.LookAsync(default);
        Assert.Null(await TakeAsync()); // It is not three yet.

        time.Advance(TimeSpan.FromHours(3));
        await kind.LookAsync(default);
        await kind.LookAsync(default);
        Assert.NotNull(await TakeAsync());
        Assert.Null(await TakeAsync());

        time.Advance(TimeSpan.FromDays(1));
        await kind.LookAsync(default);
        Assert.NotNull(await TakeAsync());
        time.AdjustTime(time.GetUtcNow() - TimeSpan.FromDays(1));
        await kind.LookAsync(default);
        Assert.NotNull(await TakeAsync());
    }

    private async Task<Job?> TakeAsync()
    {
        var jobs = shop.Get<IJobStore>();
        var worker = Guid.NewGuid();
        var job = await jobs.TakeAsync(worker, [LearnFromShoppersJob.Kind], TimeSpan.FromSeconds(30));
        if (job is not null)
        {
            await jobs.EndAsync(job.Id, worker);
        }

        return job;
    }

    private async Task<double> LikingAsync(Guid shopper) =>
        (await shop.Shop.ShopperAsync(shopper)).State.Mean[TestShop.Value("sleeve_length", "Long Sleeves").Index];
}
