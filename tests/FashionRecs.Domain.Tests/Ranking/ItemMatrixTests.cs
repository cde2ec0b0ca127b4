using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Domain.Tests.Ranking;

public sealed class ItemMatrixTests
{
    private static readonly int Values = AttributeVocabularyFile.Default.Values.Count;

    [Fact]
    public void Arrange_ItemsThatCameWentAndChanged_IsAsIfLaidOutAnew()
    {
        var random = new Random(3);
        ItemVector[] before = [.. Enumerable.Range(0, 5_000).Select(_ => Drawn(random))];
        int[] kept = [.. Enumerable.Range(0, before.Length).Where(place => place % 7 != 0)];
        int[] order = [.. kept.Take(2_500), -1, -1, .. kept.Skip(2_500)];
        ItemVector[] after = [.. order.Select(place => place < 0 ? Drawn(random) : before[place])];
        after[10] = Drawn(random);

        var arranged = ItemMatrix.Of(before, Values).Arrange(order, [(10, after[10]), (2_500, after[2_500]), (2_501, after[2_501])]);

        Assert.Equal(after.Length, arranged.Count);
        Assert.All(Enumerable.Range(0, after.Length), place => Assert.Equal(after[place].Quanta, arranged[place].Quanta));
    }

    [Fact]
    public void Totals_SeveralBlocks_AreTheSumsOfAllItems()
    {
        var random = new Random(5);
        ItemVector[] items = [.. Enumerable.Range(0, 2_100).Select(_ => Drawn(random))];

        var totals = ItemMatrix.Of(items, Values).Totals();

        Assert.All(Enumerable.Range(0, Values), value => Assert.Equal(items.Sum(item => (double)item[value]), totals[value], 9));
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var random = new Random(4);
        var written = ItemMatrix.Of([.. Enumerable.Range(0, 2_100).Select(_ => Drawn(random))], Values);
        using var stream = new MemoryStream();

        written.Write(stream);
        stream.Position = 0;
        var read = ItemMatrix.Read(stream, written.Count, Values);

        Assert.Equal(stream.Length, stream.Position);
        Assert.All(Enumerable.Range(0, read.Count), place => Assert.Equal(written[place].Quanta, read[place].Quanta));
    }

    [Fact]
    public void Multiply_AnItem_IsTheSumOfItsProducts()
    {
        var random = new Random(5);
        ItemVector[] items = [.. Enumerable.Range(0, 2_100).Select(_ => Drawn(random))];
        var (sums, other) = (new int[ItemMatrix.BlockSize], Drawn(random));

        ItemMatrix.Of(items, Values).Multiply(1, other.Quanta, sums);

        Assert.All(Enumerable.Range(ItemMatrix.BlockSize, 2_100 - ItemMatrix.BlockSize), place => Assert.Equal(
            Enumerable.Range(0, Values).Sum(value => items[place].Quanta[value] * other.Quanta[value]),
            sums[place - ItemMatrix.BlockSize]));
    }

    [Fact]
    public void Of_OddNumberOfValuesOfWhichSomeNobodyHas_KeepsAndScoresTheLastOne()
    {
        // Seven values, of which no item has the third and the fourth; more items than one block holds.
        ItemVector[] items = [.. Enumerable.Range(0, ItemMatrix.BlockSize + 3)
            .Select(item => ItemVector.FromQuanta([(byte)(item % 100), 1, 0, 0, 5, (byte)(item % 7), (byte)(item % 128)]))];
        var weights = PreferenceVector.Of([1, 0, 4, 4, 0, -2, 0.5]);
        var matrix = ItemMatrix.Of(items, 7);
        using var stream = new MemoryStream();
        matrix.Write(stream);
        stream.Position = 0;
        var read = ItemMatrix.Read(stream, items.Length, 7);

        Assert.All(Enumerable.Range(0, items.Length), item =>
        {
            Assert.Equal(items[item].Quanta, matrix[item].Quanta);
            Assert.Equal(items[item].Quanta, read[item].Quanta);
            Assert.Equal(items[item].Quanta.ToArray(), Enumerable.Range(0, 7).Select(value => matrix.Quanta(item, value)));
        });
        Assert.All(Ranker.Top(matrix, weights, items.Length), ranked => Assert.Equal(weights.Score(items[ranked.Item]), ranked.Score));
    }

    [Fact]
    public void Multiply_OddNumberOfValuesIntoUsedSums_ForgetsWhatWasThere()
    {
        ItemVector[] items = [ItemVector.FromQuanta([2, 3, 5]), ItemVector.FromQuanta([0, 0, 7])];
        var sums = Enumerable.Repeat(99, ItemMatrix.BlockSize).ToArray();

        ItemMatrix.Of(items, 3).Multiply(0, [10, 1, 100], sums);

        Assert.Equal([523, 700, 0], sums[..3]);
    }

    [Fact]
    public void Rank_ALargeCatalogForSomebodyUnknown_DrawsOfWhatIsAllowedHoweverFewThoseAre()
    {
        var matrix = ItemMatrix.Of([.. Enumerable.Repeat(ItemVector.FromQuanta(new byte[Values]), 70_000)], Values);
        var state = new PreferenceLearner(PreferencePrior.Flat(AttributeVocabularyFile.Default, 1), new PreferenceOptions()).Replay([]);

        var few = Page(place => place is 5 or 69_000);
        var many = Page(place => place % 2 == 0);

        Assert.Equal([5, 69_000], few.Order());
        Assert.Equal(24, many.Distinct().Count());
        Assert.All(many, place => Assert.Equal(0, place % 2));
        Assert.Equal(many, Page(place => place % 2 == 0));

        int[] Page(Predicate<int> allowed) => [.. PageRanker.Rank(matrix, index => matrix[index], state, 24,
            new RankingOptions { ExploreEvery = 0 }, 7, allowed, index => $"{index}").Select(ranked => ranked.Item)];
    }

    private static ItemVector Drawn(Random random) => ItemVector.FromQuanta([.. Enumerable.Range(0, Values)
        .Select(_ => (byte)(random.Next(5) == 0 ? random.Next(ItemVector.Scale + 1) : 0))]);
}
