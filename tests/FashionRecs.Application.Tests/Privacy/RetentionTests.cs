using FashionRecs.Application.Accounts;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Privacy;
using FashionRecs.Application.Research;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Logging;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Privacy;

public sealed class RetentionTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly TestShop shop;
    private readonly RetentionOptions options = new();

    public RetentionTests() =>
        shop = new TestShop(time: time, configure: services => services.AddSingleton(options).AddSingleton<Retention>());

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Run_VisitorWhoLeftLongAgo_IsForgottenAndOthersStay()
    {
        await shop.AddAsync("p1", TestShop.Value("neckline_design", "V Neckline"));
        var account = (await shop.Get<IAccountDirectory>().CreateAsync("a@example.org", "correct horse battery")).Id;
        var (left, stays) = (Guid.NewGuid(), Guid.NewGuid());
        Guid[] all = [left, stays, account];
        foreach (var shopper in all)
        {
            await shop.Shop.RecordAsync(Like(shopper));
        }

        time.Advance(TimeSpan.FromDays(60));
        await shop.Shop.RecordAsync(Like(stays));
        time.Advance(TimeSpan.FromDays(31));

        await shop.Get<Retention>().RunAsync();

        long[] revisions = [.. await Task.WhenAll(all.Select(shopper => shop.Get<IShopperStore>().RevisionAsync(shopper)))];
        Assert.Equal([0, 2, 1], revisions);
    }

    [Fact]
    public async Task Run_ListsAndActsOlderThanTheyMayBe_AreRemovedAndNoticed()
    {
        (options.EventDays, options.VisitorDays, options.ImpressionDays) = (10, 0, 20);
        await shop.AddAsync("p1", TestShop.Value("neckline_design", "V Neckline"));
        var shopper = Guid.NewGuid();
        await shop.Shop.RecordAsync(Like(shopper));
        await shop.Shop.ShownAsync(new Impression(Guid.NewGuid(), shopper, "home", ["p1"]));
        Assert.Single((await shop.Shop.ShopperAsync(shopper)).Liked);
        time.Advance(TimeSpan.FromDays(15));

        await shop.Get<Retention>().RunAsync();
        Assert.Empty((await shop.Shop.ShopperAsync(shopper)).Liked);
        Assert.Single((await shop.Shop.ExportAsync(shopper)).Shown);

        time.Advance(TimeSpan.FromDays(6));
        await shop.Get<Retention>().RunAsync();
        Assert.Empty((await shop.Shop.ExportAsync(shopper)).Shown);
    }

    [Fact]
    public async Task Run_ExperimentsOfLongAgo_NothingOfThemIsKeptAndWhatIsNewStays()
    {
        var (store, experiments) = (shop.Get<IExposureStore>(), options.ExperimentDays);
        var (old, still) = (await ExposedAsync(store), await ExposedAsync(store));
        await store.LogAsync(new Outcome(Guid.NewGuid(), old.Id, OutcomeKind.Trust, time.GetUtcNow(), 4, null));
        time.Advance(TimeSpan.FromDays(experiments - 1));
        var recent = await ExposedAsync(store);
        // Whoever came back lately is still measured by what they saw first.
        await store.LogAsync(new Outcome(Guid.NewGuid(), still.Id, OutcomeKind.Like, time.GetUtcNow(), 1, "p1"));
        time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(2, await shop.Get<Retention>().RunAsync());

        var (exposures, outcomes) = await store.ReadAsync("why");
        Assert.Equal([still.Id, recent.Id], exposures.Select(exposure => exposure.Id));
        Assert.Equal(still.Id, Assert.Single(outcomes).ExposureId);
    }

    [Fact]
    public async Task Run_ParticipantsOfLongAgo_NothingTheySaidIsKeptAndOthersStay()
    {
        await shop.AddAsync("p1", TestShop.Value("neckline_design", "V Neckline"));
        var participants = shop.Get<IParticipantStore>();
        await participants.AddAsync("why", 3);
        var old = await AnsweredAsync(participants, 1);
        // A visitor who is a participant is kept as long as the study, and no withdrawal is made up.
        time.Advance(TimeSpan.FromDays(options.VisitorDays + 1));
        await shop.Get<Retention>().RunAsync();
        Assert.Single((await participants.FindAsync("why", 1))!.Value.Participant.Answers);
        Assert.Single((await shop.Shop.ShopperAsync(old)).Liked);
        time.Advance(TimeSpan.FromDays(options.ExperimentDays));
        await AnsweredAsync(participants, 2);

        await shop.Get<Retention>().RunAsync();

        var all = await participants.AllAsync("why");
        Assert.Equal((Guid.Empty, true, false, 0, ""), (all[0].Unit, all[0].Expired, all[0].Withdrew, all[0].Answers.Count, all[0].Comment));
        Assert.Single(all[1].Answers);
        Assert.False(all[2].Expired);
        Assert.Empty((await shop.Shop.ShopperAsync(old)).Liked);
    }

    private async Task<Guid> AnsweredAsync(IParticipantStore participants, int number)
    {
        var (participant, revision) = (await participants.FindAsync("why", number))!.Value;
        await shop.Shop.RecordAsync(Like(participant.Unit));
        Assert.True(await participants.SaveAsync("why", participant with
        {
            Place = number, Step = 1, Reached = [time.GetUtcNow()], Answers = [new LabAnswer(1, "a", 4)], Comment = "I was cold.",
        }, revision));
        return participant.Unit;
    }

    private async Task<Exposure> ExposedAsync(IExposureStore store)
    {
        var exposure = new Exposure("why", 1, Guid.NewGuid().ToString(), "box", time.GetUtcNow(), "p1", 1, null, null, false);
        Assert.True(await store.LogAsync(exposure));
        return exposure;
    }

    private static ShopperEvent Like(Guid shopper) => new(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p1");
}
