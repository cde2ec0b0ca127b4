using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Ranking;

public class MaximalMarginalRelevanceTests
{
    private static readonly ItemVector Neck = Vector(VNeck);
    private static readonly ItemVector Sleeves = Vector(LongSleeves);
    private static readonly ItemVector Nothing = ItemVector.Empty(Vocabulary);

    [Fact]
    public void Rerank_NothingToPickFrom_IsEmpty() => Assert.Empty(Rerank([], [], 0.5));

    [Fact]
    public void Rerank_WithoutVariety_KeepsTheOrderAndTheCount() =>
        Assert.Equal([0, 1], Rerank([1, 0.9f, 0.8f], [Neck, Neck, Sleeves], 0, count: 2));

    [Fact]
    public void Rerank_LikeTheOneBefore_GivesWayToADifferentOne() =>
        Assert.Equal([0, 2, 1], Rerank([1, 0.9f, 0.5f], [Neck, Neck, Sleeves], 0.5));

    /// <summary>Another colour looks different, but is one idea: .8 · .9 − .2 · 3 is less than .8 · .5.</summary>
    [Fact]
    public void Rerank_SameProductInAnotherColour_CountsAsMoreThanAlike()
    {
        Assert.Equal([0, 2, 1], Rerank([1, 0.9f, 0.5f], [Neck, Sleeves, Nothing], 0.2, kin: "aab"));
        Assert.Equal([0, 1, 2], Rerank([1, 0.9f, 0.5f], [Neck, Sleeves, Nothing], 0.2, kin: "abc"));
    }

    [Fact]
    public void Rerank_ItemOfWhichNothingIsKnown_IsLikeNone() =>
        Assert.Equal([0, 2, 1], Rerank([1, 0.9f, 0.8f], [Neck, Neck, Nothing], 0.5));

    [Fact]
    public void Rerank_EquallyGood_KeepTheirOrder() =>
        Assert.Equal([0, 1, 2, 3], Rerank([1, 0.5f, 0.5f, 0.5f], [Neck, Neck, Neck, Neck], 0.5));

    [Fact]
    public void Rerank_BestScoreIsBelowNothing_StillPutsTheBetterOnesFirst() =>
        Assert.Equal([0, 1, 2], Rerank([-1, -2, -3], [Neck, Sleeves, Nothing], 0.2));

    private static int[] Rerank(float[] scores, ItemVector[] vectors, double diversity, int count = 10, string? kin = null) =>
    [
        .. MaximalMarginalRelevance.Rerank(
            [.. scores.Select((score, item) => new RankedItem(item, score))], item => vectors[item],
            item => kin is null ? $"{item}" : $"{kin[item]}", count, diversity).Select(ranked => ranked.Item),
    ];
}
