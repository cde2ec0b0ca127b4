using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

/// <summary>A shopper with 100,000 events gets what everybody gets, and is learned anew only from the last milestone on.</summary>
public sealed class LongHistoryTests : IDisposable
{
    private const int Events = 100_000;
    private static readonly AttributeValue[] Necklines = [TestShop.Value("neckline_design", "V Neckline"),
        TestShop.Value("neckline_design", "Round Neckline")];
    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Shop_OneHundredThousandEvents_RanksSaysWhatIsTrueAndUndoes()
    {
        await FillAsync(Events);
        var first = await shop.Shop.OpenAsync(shopper);
        Assert.Equal(Events, first.Shopper.History.Events.Count);

        var cards = first.Recommend(12, choice: RankingChoice.WithoutExploration);
        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.Equal(card.Explanation.Contributions.Sum(part => part.Effect), card.Explanation.Score, 1e-3f));
        Assert.All(cards.SelectMany(card => card.Explanation.Reasons.Select(reason => (card.Item, reason))), named =>
            Assert.True(named.Item[named.reason.Value.Attribute]?.Statement?.Holds(named.reason.Value)));
        Assert.Same((await shop.Shop.OpenAsync(shopper)).Shopper, first.Shopper);

        var like = new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p29");
        var liked = await shop.Shop.RecordAsync(like);
        Assert.NotEqual(first.Shopper.State.Mean.ToArray(), liked.State.Mean.ToArray());
        var undone = await shop.Shop.UndoAsync(shopper, like.Id);

        Assert.Equal(first.Shopper.State.Mean.ToArray(), undone.State.Mean.ToArray());
        Assert.Equal(first.Shopper.History.Events.Select(entry => entry.Event.Id), undone.History.Events.Select(entry => entry.Event.Id));
        // It went on from the last milestone, not from the beginning.
        Assert.Same(liked.Milestones[^1].State, undone.Milestones[^1].State);
        Assert.Equal(Events / ShopperLearner.Every, undone.Milestones.Count);
    }

    [Fact]
    public async Task Continue_UndoAnywhere_IsLearningWithoutIt()
    {
        await FillAsync(4_500);
        var first = await shop.Shop.OpenAsync(shopper);
        var profile = first.Shopper;
        var learner = shop.Get<ShopperLearner>();
        foreach (var gone in new[] { 0, 999, 1_000, 2_345, 4_499 })
        {
            var events = profile.History.Events.Where((_, at) => at != gone).ToArray();
            var history = new ShopperHistory(profile.History.Revision + 1, events);

            var (anew, on) = (learner.Of(history), learner.Continue(profile, history));
            Assert.Equal(anew.State.Mean.ToArray(), on.State.Mean.ToArray());
            // What each liking comes from is found anew from there on, too; the profile has it from before.
            Assert.NotEmpty(Learned(first, profile));
            Assert.Equal(Learned(first, anew), Learned(first, learner.Continue(profile, history)));
            Assert.Equal(Learned(first, anew), Learned(first, learner.Continue(on, history with { Revision = history.Revision + 1 })));
        }

        var lately = profile.History.Events[4_000].Event.Id;
        Assert.Equal(
            learner.Of(new ShopperHistory(0, [.. profile.History.Events.Where((_, at) => at != 4_000)])).State.Mean.ToArray(),
            learner.Without(profile, seen => seen.Id == lately).Mean.ToArray());
        Assert.Same(profile.State, learner.Without(profile, _ => false));
    }

    private static IEnumerable<(string, double, string)> Learned(ShopSnapshot open, ShopperProfile of) => open.As(of).Learned()
        .Select(value => (value.FullCode, value.Weight, string.Join(' ', value.Events.Select(seen => seen.Id))));

    private async Task FillAsync(int events)
    {
        for (var number = 0; number < 30; number++)
        {
            await shop.AddAsync($"p{number:00}", Necklines[number % 2]);
        }

        var items = (await shop.Shop.CatalogAsync()).Items;
        PreferenceSignal[] signals = [PreferenceSignal.View, PreferenceSignal.Skipped, PreferenceSignal.View, PreferenceSignal.Like,
            PreferenceSignal.Dislike];
        for (var from = 0; from < events; from += 10_000)
        {
            await shop.Get<IShopperStore>().AppendAsync([.. Enumerable.Range(from, Math.Min(10_000, events - from)).Select(at => (
                new ShopperEvent(Guid.NewGuid(), shopper, signals[at % 5], items[at % 28].Product.Id, Position: at % 24),
                    (ItemVector?)items[at % 28].Vector))]);
        }
    }
}
