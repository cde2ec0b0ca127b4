using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Ranking;

public class PageRankerTests
{
    /// <summary>Twenty items with more and more of a V-neckline.</summary>
    private static readonly ItemVector[] MoreAndMore = [.. Enumerable.Range(0, 20).Select(index => Amount(6 * index))];

    private static readonly RankingOptions ByScore = new() { Diversity = 0, ExploreEvery = 0 };
    private static readonly RankingOptions EveryThird = new() { Diversity = 0, ProtectedTop = 2, ExploreEvery = 3 };

    [Fact]
    public void Rank_NothingKnownButWhatIsBeside_RanksByThat()
    {
        float[] beside = [0, 3, 1, -1];

        var page = PageRanker.Rank(
            Matrix(MoreAndMore[..4]), index => MoreAndMore[index], Certain(0), 3, ByScore, 1, _ => true, index => $"{index}", beside);

        Assert.Equal([new RankedItem(1, 3), new RankedItem(2, 1), new RankedItem(0, 0)], page);
    }

    [Fact]
    public void Rank_NothingKnown_DrawsAPageByTheSeedOfAllThatIsAllowed()
    {
        var pages = Enumerable.Range(0, 100).Select(seed => Page(seed).ToArray()).ToArray();

        Assert.Equal(pages[3], Page(3));
        Assert.All(pages, page => Assert.Equal(6, page.Distinct().Count()));
        Assert.Equal([0, 2, 4, 6, 8, 10, 12, 14, 16, 18], pages.Select(page => page[0]).Distinct().Order());

        IEnumerable<int> Page(int seed) => PageRanker.Rank(
            Matrix(MoreAndMore), index => MoreAndMore[index], Certain(0), 6, ByScore, seed, index => index % 2 == 0, index => $"{index}")
            .Select(ranked => ranked.Item);
    }

    [Fact]
    public void Rank_NothingKnownAndOneProductInManyColours_ShowsItOnce()
    {
        var items = Enumerable.Repeat(Vector(VNeck), 100).ToArray();

        var page = PageRanker.Rank(
            Matrix(items), index => items[index], Certain(0), 4, new RankingOptions { ExploreEvery = 0, Pool = 25 }, 1, _ => true,
            index => index < 90 ? "in many colours" : $"{index}");

        Assert.InRange(page.Count(ranked => ranked.Item < 90), 0, 1);
    }

    [Fact]
    public void Rank_Exploration_TakesEveryThirdPlaceAfterTheProtectedOnes()
    {
        var page = Rank(new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1), new PreferenceOptions()).Replay(
            [new PreferenceEvent(PreferenceSignal.Like, Vector(VNeck))]), 12);

        Assert.Equal([4, 7, 10], Enumerable.Range(0, page.Count).Where(place => page[place].Explored));
    }

    [Fact]
    public void Rank_ShopperWhoIsCertain_ExploresWhatIsBestOfTheRest()
    {
        // Places 4 and 7 go to items 11 and 10, the best that the page of eight does not show.
        var page = Rank(Certain(1), 8);

        Assert.Equal([19, 18, 17, 16, 11, 14, 13, 10], page.Select(ranked => ranked.Item));
        Assert.Equal(MoreAndMore[11][VNeck.Index], page[4].Score);
        Assert.True(page[4].Explored && page[7].Explored);
    }

    [Fact]
    public void Rank_WhatIsBesideIsDrawn_ExploresByTheDrawAndScoresByTheMean()
    {
        var beside = Enumerable.Range(0, 20).Select(index => index / 4f).ToArray();
        var drawn = new float[20];
        (drawn[3], drawn[1]) = (9, 8);

        var page = Rank(Certain(0), 8, beside, _ => drawn);

        Assert.Equal([19, 18, 17, 16, 3, 14, 13, 1], page.Select(ranked => ranked.Item));
        Assert.Equal(
            [new RankedItem(3, 0.75f, Explored: true), new RankedItem(1, 0.25f, Explored: true)], page.Where(ranked => ranked.Explored));
    }

    [Fact]
    public void Rank_WhatIsBesideIsSure_ExploresByIt() => Assert.Equal(
        [19, 18, 17, 16, 11, 14, 13, 10],
        Rank(Certain(0), 8, [.. Enumerable.Range(0, 20).Select(index => index / 4f)], _ => null).Select(ranked => ranked.Item));

    [Fact]
    public void Rank_ExploredItem_ScoresByItsValuesAndWhatIsBesideThem()
    {
        var beside = Enumerable.Range(0, 20).Select(index => index / 4f).ToArray();

        var page = Rank(Certain(1), 5, beside, _ => null);

        Assert.Equal(new RankedItem(14, MoreAndMore[14][VNeck.Index] + 3.5f, Explored: true), page[4]);
    }

    private static IReadOnlyList<RankedItem> Rank(
        PreferenceState state, int count, float[]? beside = null, Func<Random, float[]?>? drawn = null) => PageRanker.Rank(
        Matrix(MoreAndMore), index => MoreAndMore[index], state, count, EveryThird, 1, _ => true, index => $"{index}", beside, drawn);

    private static ItemMatrix Matrix(ItemVector[] items) => ItemMatrix.Of(items, Vocabulary.Values.Count);

    private static ItemVector Amount(int quanta) =>
        ItemVector.FromQuanta([.. Vocabulary.Values.Select(value => value == VNeck ? (byte)quanta : (byte)0)]);

    /// <summary>A shopper of whom the weight of a V-neckline is known for certain, and that nothing else counts.</summary>
    private static PreferenceState Certain(double weight)
    {
        var size = Vocabulary.Values.Count;
        var mean = new double[size];
        mean[VNeck.Index] = weight;
        return new PreferenceState(mean, new double[PackedSymmetric.Length(size)], new double[size], new HashSet<int>(), 1);
    }
}
