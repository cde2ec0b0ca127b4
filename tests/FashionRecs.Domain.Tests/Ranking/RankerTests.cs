using FashionRecs.Tests;
using System.Numerics.Tensors;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Ranking;

public sealed class RankerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2049)]
    [InlineData(70_000)]
    public void Top_AnySize_EqualsSortingExactScores(int count)
    {
        var (items, weights) = (Random(count), Weights());
        var matrix = ItemMatrix.Of(items, Vocabulary.Values.Count);

        var expected = Enumerable.Range(0, count).Where(index => index % 3 != 0).OrderByDescending(index => weights.Score(items[index]))
            .ThenBy(index => index).Take(24);
        var top = Ranker.Top(matrix, weights, 24, index => index % 3 != 0);

        Assert.Equal(expected, top.Select(ranked => ranked.Item));
        Assert.All(top, ranked => Assert.Equal(weights.Score(items[ranked.Item]), ranked.Score));
    }

    [Fact]
    public void Replace_SomeItems_ScoresAsAMatrixOfAllAndLeavesTheOldOne()
    {
        var (items, weights) = (Random(5000), Weights());
        var before = ItemMatrix.Of(items, Vocabulary.Values.Count);
        var old = Ranker.Top(before, weights, 24);
        var (changed, others) = (items.ToArray(), Random(5300)[5000..]);
        int[] places = [0, 1, 7, 2047, 2048, 4999];
        var after = before.Replace(places.Select((place, at) => (place, changed[place] = others[at])));

        Assert.Equal(Ranker.Top(ItemMatrix.Of(changed, Vocabulary.Values.Count), weights, 5000), Ranker.Top(after, weights, 5000));
        Assert.NotEqual(Ranker.Top(before, weights, 5000), Ranker.Top(after, weights, 5000));
        Assert.Equal(old, Ranker.Top(before, weights, 24));
    }

    [Fact]
    public void PlaceOf_BestScore_IsFirst()
    {
        var (items, weights) = (Random(500), Weights());
        var matrix = ItemMatrix.Of(items, Vocabulary.Values.Count);
        var top = Ranker.Top(matrix, weights, 3);
        Assert.Equal(1, Ranker.PlaceOf(matrix, weights, top[0].Score));
        Assert.Equal(501, Ranker.PlaceOf(matrix, weights, float.MinValue));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(70_000)]
    public void Top_SomethingBesideTheWeights_IsAddedToEachItemsOwnScore(int count)
    {
        var (items, weights, random) = (Random(count), Weights(), new Random(6));
        var matrix = ItemMatrix.Of(items, Vocabulary.Values.Count);
        float[] beside = [.. Enumerable.Range(0, count).Select(_ => random.Next(-512, 512) / 64f)];
        float[] scores = [.. items.Select((item, index) => weights.Score(item) + beside[index])];

        var top = Ranker.Top(matrix, weights, 24, null, beside);

        Assert.Equal(Enumerable.Range(0, count).OrderByDescending(index => scores[index]).ThenBy(index => index).Take(24),
            top.Select(ranked => ranked.Item));
        Assert.All(top, ranked => Assert.Equal(scores[ranked.Item], ranked.Score));
        Assert.Equal(1 + scores.Count(score => score > scores[7]), Ranker.PlaceOf(matrix, weights, scores[7], beside));
        Assert.Equal(1 + items.Count(item => weights.Score(item) > 2), Ranker.PlaceOf(matrix, weights, 2));
    }

    [Fact]
    public void Top_SomethingBesideOfOtherItems_IsRefused()
    {
        var (matrix, weights) = (ItemMatrix.Of(Random(3), Vocabulary.Values.Count), Weights());
        const string Says = "There are 3 items, but something is added to 5.";

        Assert.StartsWith(Says, Assert.Throws<ArgumentException>(() => Ranker.Top(matrix, weights, 1, null, new float[5])).Message);
        Assert.StartsWith(Says, Assert.Throws<ArgumentException>(() => Ranker.PlaceOf(matrix, weights, 0, new float[5])).Message);
    }

    [Fact]
    public void Top_LessThanNone_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Ranker.Top(ItemMatrix.Of(Random(3), Vocabulary.Values.Count), Weights(), -1));

    [Fact]
    public void Rank_NearDuplicates_DoNotFillARow()
    {
        ItemVector[] items = [.. Enumerable.Repeat(Vector(VNeck, LongSleeves), 30), .. Enumerable.Repeat(Vector(VNeck, ShortSleeves), 3)];
        Assert.Contains(Page(items, new RankingOptions { ExploreEvery = 0, Diversity = 0.5 }).Take(4), ranked => ranked.Item >= 30);
        Assert.DoesNotContain(Page(items, new RankingOptions { ExploreEvery = 0, Diversity = 0 }).Take(4), ranked => ranked.Item >= 30);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Rank_Varied_EqualsTheDefinitionWorkedOutInFull(double diversity)
    {
        var items = Random(2000);
        var pool = Page(items, new RankingOptions { Diversity = 0, ExploreEvery = 0 }, 192).ToList();
        var scale = pool[0].Score;
        var expected = new List<RankedItem>();
        while (expected.Count < 24)
        {
            // Each place goes to the candidate that gains most after its likeness to the eight places before.
            var next = pool.MaxBy(candidate =>
                ((1 - diversity) * candidate.Score / scale) - (diversity * expected.TakeLast(8)
                .Select(before => Cosine(items[candidate.Item], items[before.Item])).DefaultIfEmpty(0).Max()));
            pool.Remove(next);
            expected.Add(next);
        }

        Assert.Equal(expected, Page(items, new RankingOptions { Diversity = diversity, ExploreEvery = 0 }));
    }

    [Fact]
    public void Rank_Exploration_NeverTouchesTheTopAndStaysBounded()
    {
        var options = new RankingOptions { Diversity = 0 };
        var page = Page(Random(2000), options);
        Assert.DoesNotContain(page.Take(options.ProtectedTop), ranked => ranked.Explored);
        Assert.Equal((page.Count - options.ProtectedTop) / options.ExploreEvery, page.Count(ranked => ranked.Explored));
        Assert.Equal(page.Count, page.Select(ranked => ranked.Item).Distinct().Count());
    }

    [Fact]
    public void Rank_SameSeed_IsTheSamePage()
    {
        var items = Random(2000);
        Assert.Equal(Page(items, new RankingOptions()), Page(items, new RankingOptions()));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(-8)]
    public void Top_LargestWeightsAndAmounts_AreExact(double weight)
    {
        var item = ItemVector.FromQuanta(
            [.. Vocabulary.Values.Select(value => value.IsInvisible || value.Index % 2 == 0 ? (byte)0 : (byte)ItemVector.Scale)]);
        var weights = PreferenceVector.Of([.. Vocabulary.Values.Select(_ => weight)]);

        var top = Ranker.Top(ItemMatrix.Of([item], Vocabulary.Values.Count), weights, 1);

        Assert.Equal(weights.Score(item), Assert.Single(top).Score);
    }

    private static IReadOnlyList<RankedItem> Page(ItemVector[] items, RankingOptions options, int count = 24)
    {
        var learner = new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1), new PreferenceOptions());
        var state = learner.Replay(
            [new PreferenceEvent(PreferenceSignal.Like, Vector(VNeck, LongSleeves)),
            new PreferenceEvent(PreferenceSignal.Like, Vector(VNeck))]);
        return PageRanker.Rank(ItemMatrix.Of(items, Vocabulary.Values.Count), index => items[index], state, count, options, 5, _ => true,
            index => $"{index}");
    }

    private static float Cosine(ItemVector left, ItemVector right)
    {
        var (one, other) = (Direction(left), Direction(right));
        return TensorPrimitives.Dot<float>(one, other);
    }

    private static float[] Direction(ItemVector item)
    {
        var amounts = new float[item.Length];
        TensorPrimitives.ConvertTruncating(item.Quanta, amounts);
        TensorPrimitives.Divide(amounts, TensorPrimitives.Norm<float>(amounts), amounts);
        return amounts;
    }

    private static ItemVector[] Random(int count)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(_ => ItemVector.FromQuanta([.. Vocabulary.Values.Select(value =>
            value.IsInvisible || random.Next(6) > 0 ? (byte)0 : (byte)random.Next(129))]))];
    }

    private static PreferenceVector Weights()
    {
        var random = new Random(4);
        return PreferenceVector.Of([.. Vocabulary.Values.Select(_ => (random.NextDouble() * 4) - 2)]);
    }
}
