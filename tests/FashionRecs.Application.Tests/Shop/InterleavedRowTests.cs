using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Rankings;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

public sealed class InterleavedRowTests : IDisposable
{
    private static readonly InterleavedRankings Rankings = new("by-score", "without-picture");

    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();

    [Fact]
    public void Rankings_OfTheAssembly_AreFoundAndSayWhatTheyAre()
    {
        Assert.Equal(["as-the-shop", "by-score", "popular", "without-picture"],
            HomeRankings.All.Select(ranking => ranking.Code).Order(StringComparer.Ordinal));
        Assert.All(HomeRankings.All, ranking => Assert.NotEqual("", ranking.Description));
        Assert.Null(HomeRankings.TryFind("gone"));
    }

    [Fact]
    public async Task Rankings_Each_LeaveOutWhatIsKeptFromTheShopper()
    {
        var opened = await OpenAsync();

        foreach (var ranking in HomeRankings.All)
        {
            var ids = ranking.Rank(opened, 12, 3).Select(item => item.Product.Id).ToArray();
            Assert.NotEmpty(ids);
            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.DoesNotContain("p0", ids);
            Assert.DoesNotContain("p7", ids);
        }
    }

    [Fact]
    public async Task Popular_OfTwoShoppers_IsTheSameButForWhatIsKept()
    {
        var opened = await OpenAsync();
        var newcomer = await shop.Shop.OpenAsync(Guid.NewGuid());

        var own = new Popular().Rank(opened, 30, 3).Select(item => item.Product.Id);

        Assert.Equal(new Popular().Rank(newcomer, 30, 3).Select(item => item.Product.Id).Except(["p0", "p7"]), own);
    }

    [Fact]
    public async Task Row_SamePage_IsTheSameRowInWhichBothTakeTurns()
    {
        var opened = await OpenAsync();

        var row = InterleavedRow.Of(opened, Rankings, "unit", "rank:1", 5)!;

        Assert.Equal(row, InterleavedRow.Of(opened, Rankings, "unit", "rank:1", 5));
        Assert.Equal(row.Count, row.Select(pick => pick.Item.Product.Idea).Distinct().Count());
        Assert.Equal(8, row.Count);
        Assert.Equal(4, row.Count(pick => pick.Ranking == "by-score"));
        // In every round each picks once, so that neither has the better places.
        Assert.All(row.Chunk(2), round => Assert.Equal(2, round.Select(pick => pick.Ranking).Distinct().Count()));
    }

    [Fact]
    public async Task Row_ManyShoppers_BeginWithEachAsOften()
    {
        var opened = await OpenAsync();

        var first = Enumerable.Range(0, 400).Count(unit =>
            InterleavedRow.Of(opened, Rankings, $"unit-{unit}", "rank:1", 5)![0].Ranking == "by-score");

        Assert.InRange(first, 150, 250);
    }

    [Fact]
    public async Task Row_RankingIsGone_IsNone() =>
        Assert.Null(InterleavedRow.Of(await OpenAsync(), new("by-score", "gone"), "unit", "rank:1", 5));

    [Fact]
    public async Task Home_RowOfAnExperiment_StandsFirstAndNothingComesTwice()
    {
        var opened = await OpenAsync();
        var row = InterleavedRow.Of(opened, Rankings, "unit", "rank:1", 5)!.Select(pick => pick.Item).ToArray();

        var home = opened.Home(5, first: row);

        Assert.Equal(row, home[0].Cards.Select(card => card.Item));
        var all = home.SelectMany(shelf => shelf.Cards).ToArray();
        Assert.Equal(all.Length, all.Select(card => card.Item.Product.Id).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, all.Length), all.Select(card => card.Position));
    }

    private async Task<ShopSnapshot> OpenAsync()
    {
        for (var number = 0; number < 24; number++)
        {
            await shop.AddAsync($"p{number}", TestShop.Value("neckline_design", number % 3 == 0 ? "V Neckline" : "Round Neckline"));
        }

        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p0"));
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Hide, "p7"));
        return await shop.Shop.OpenAsync(shopper);
    }

    public void Dispose() => shop.Dispose();
}
