using FashionRecs.Application.Complements;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Complements;

public sealed class CrowdTests : IDisposable
{
    /// <summary>Shares that rest on what others chose.</summary>
    private static readonly string[] OfOthers =
        ["popularity", "trend", "often bought with", "surprising together", "taste", "closest taste", "broad taste",
        "bought on coming back"];

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly TestShop shop;

    public CrowdTests() => shop = new TestShop(time: time, configure: services => services.AddSingleton(new CrowdOptions()));

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    public async Task Pairings_ThrowAwayShoppersFromOneAddress_SayAndRankNothing(int shoppers)
    {
        await FillAsync();
        var before = await BestAsync("p01");

        await ChooseAsync(shoppers, _ => "one address", "p01", "p07");
        time.Advance(TimeSpan.FromDays(2));

        AssertUnmoved(before, await BestAsync("p01"));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    public async Task Pairings_ThrowAwayShoppersOfJustNow_SayAndRankNothing(int shoppers)
    {
        await FillAsync();
        var before = await BestAsync("p01");

        await ChooseAsync(shoppers, number => $"address {number}", "p01", "p07");
        time.Advance(TimeSpan.FromHours(20));

        AssertUnmoved(before, await BestAsync("p01"));
    }

    [Fact]
    public async Task Pairings_FewerThanACrowd_SayNothingOfThem()
    {
        await FillAsync();
        var before = await BestAsync("p01");

        await ChooseAsync(4, number => $"address {number}", "p01", "p07");
        time.Advance(TimeSpan.FromDays(2));

        AssertUnmoved(before, await BestAsync("p01"));
    }

    [Fact]
    public async Task Pairings_IndependentShoppersWhoAreKnown_AreLearnedFrom()
    {
        await FillAsync();

        await ChooseAsync(6, number => $"address {number}", "p01", "p07");
        time.Advance(TimeSpan.FromDays(2));

        Assert.Contains((await BestAsync("p01")).Single(pairing => pairing.Item.Product.Id == "p07").Shares,
            share => share.Term == "popularity");
    }

    [Fact]
    public void Admit_OneShopperWhoChoosesWithoutEnd_CountsForTheLatestAlone()
    {
        var now = time.GetUtcNow();
        LoggedChoice[] log =
            [.. Enumerable.Range(0, 500)
            .Select(number => new LoggedChoice(new("busy", $"p{number}", new DateOnly(2026, 1, 1)), now.AddDays(-30), null))];

        var admitted = CrowdChoices.Admit(log, new CrowdOptions { Least = 1 }, now);

        Assert.Equal([.. Enumerable.Range(460, 40).Select(number => $"p{number}")], admitted.Select(choice => choice.Product));
    }

    [Fact]
    public void Admit_ManyFromOneOriginBesideHonestOnes_CountAsOne()
    {
        var now = time.GetUtcNow();
        var honest = Enumerable.Range(0, 4)
            .Select(number =>
            new LoggedChoice(new($"honest {number}", "p1", new DateOnly(2026, 1, 1)), now.AddDays(-30), $"home {number}"));
        var made = Enumerable.Range(0, 400)
            .Select(number => new LoggedChoice(new($"made {number}", "p1", new DateOnly(2026, 1, 1)), now.AddDays(-30), "one address"));

        Assert.Equal(5, CrowdChoices.Admit([.. honest, .. made], new CrowdOptions(), now).Count);
    }

    private static void AssertUnmoved(IReadOnlyList<Pairing> before, IReadOnlyList<Pairing> after)
    {
        Assert.Equal(before.Select(pairing => (pairing.Item.Product.Id, pairing.Hundredths)),
            after.Select(pairing => (pairing.Item.Product.Id, pairing.Hundredths)));
        Assert.All(after, pairing => Assert.DoesNotContain(pairing.Reason?.Term ?? "", OfOthers));
    }

    private async Task ChooseAsync(int shoppers, Func<int, string> origin, params string[] products)
    {
        for (var number = 0; number < shoppers; number++)
        {
            var shopper = Guid.NewGuid();
            await shop.Shop.RecordAsync(
                [.. products.Select(product =>
                new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, product) { Origin = origin(number) })]);
        }
    }

    private async Task<IReadOnlyList<Pairing>> BestAsync(string product)
    {
        shop.Get<PairingService>().Forget();
        return await shop.Get<PairingService>().NewestAsync(PairingQuestion.About(product));
    }

    private async Task FillAsync()
    {
        for (var number = 0; number < 12; number++)
        {
            await shop.AddAsync($"p{number:00}", TestShop.Value("neckline_design", number % 2 == 0 ? "V Neckline" : "Round Neckline"));
        }
    }
}
