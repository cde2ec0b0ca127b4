using FashionRecs.Application.Seeding;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

/// <summary>
/// Whatever a page names as a reason can be looked up and corrected: it is among what was learned, with what it was learned from.
/// </summary>
public sealed class NamedLikingsTests : IDisposable
{
    private static readonly PreferenceSignal[] Acts =
        [PreferenceSignal.Like, PreferenceSignal.Like, PreferenceSignal.Like, PreferenceSignal.View, PreferenceSignal.Bag,
            PreferenceSignal.Dislike, PreferenceSignal.View, PreferenceSignal.Skipped];

    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue LongSleeves = TestShop.Value("sleeve_length", "Long Sleeves");

    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Reasons_OfSeveralShoppers_AreAllAmongWhatWasLearned()
    {
        await shop.Get<SeedCatalog>().LoadAsync();
        var catalog = await shop.Shop.CatalogAsync();
        var named = 0;
        for (var number = 0; number < 8; number++)
        {
            var (shopper, random) = (Guid.NewGuid(), new Random(number));
            // Some have a taste, others like what comes along.
            var liked = catalog.Items.Where(item => number % 2 == 1
                || item.Readings.Any(reading => reading.Statement?.Holds(number % 4 == 0 ? VNeck : LongSleeves) == true)).ToArray();
            for (var act = 0; act < 12; act++)
            {
                var item = liked[random.Next(liked.Length)];
                await shop.Shop.RecordAsync(
                    new ShopperEvent(Guid.NewGuid(), shopper, Acts[random.Next(Acts.Length)], item.Product.Id, Position: act));
                await AllAreLearnedAsync(shopper);
            }
        }

        Assert.True(named > 500, $"only {named} reasons were named");

        async Task AllAreLearnedAsync(Guid shopper)
        {
            var now = await shop.Shop.OpenAsync(shopper);
            var learned = now.Learned().ToDictionary(entry => entry.FullCode);
            var home = now.Home().SelectMany(shelf => shelf.Cards).SelectMany(card => card.Explanation.Reasons);
            var titles = now.Home().Select(shelf => shelf.Value?.FullCode()).OfType<string>();
            var everywhere = now.Catalog.Items.SelectMany(item => now.Explain(item).Reasons)
                .Concat(now.Catalog.Items.Take(12).SelectMany(item => now.Explain(item.Product.Id)!.Explanation.Reasons));
            foreach (var code in home.Concat(everywhere).Select(reason => reason.FullCode).Concat(titles))
            {
                named++;
                Assert.True(learned.TryGetValue(code, out var entry) && entry is { Weight: > 0, Events.Count: > 0 }
                    && entry.Certainty >= now.LeastCertainty,
                $"{code} is named, and the page says {entry?.Weight} at {entry?.Certainty}, from {entry?.Events.Count} acts");
            }
        }
    }

    [Fact]
    public async Task Learned_FamilySetByHand_SetsEveryValueOfIt()
    {
        await shop.AddAsync("v", TestShop.Value("neckline_design", "V Neckline"));
        var shopper = Guid.NewGuid();
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "v"));
        var family = TestShop.Vocabulary.TryFindFamilyByFullCode("neckline_design:V-Shaped")!;

        await shop.Shop.RecordAsync(
            new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Edit, Value: family.FullCode(), Weight: -1.5));

        var now = await shop.Shop.OpenAsync(shopper);
        Assert.All(family.Values, value => Assert.Equal(-1.5, now.Shopper.State.Mean[value.Index]));
        Assert.Equal(-1.5, now.Learned().Single(entry => entry.Family == family).Weight, 6);
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Forget, Value: family.FullCode()));
        var forgotten = await shop.Shop.ShopperAsync(shopper);
        Assert.All(family.Values, value => Assert.Equal(0, forgotten.State.Evidence[value.Index]));
    }
}
