using FashionRecs.Domain.Ranking;

namespace FashionRecs.Domain.Tests.Ranking;

public class TopListTests
{
    [Fact]
    public void Add_EqualScoresInAnyOrder_KeepsTheFirstItems()
    {
        var top = new TopList(2);
        foreach (var item in (int[])[5, 3, 9, 1, 7])
        {
            top.Add(new RankedItem(item, 1));
        }

        Assert.Equal([new RankedItem(1, 1), new RankedItem(3, 1)], top.ToArray());
    }

    [Fact]
    public void AddAll_TwoParts_KeepsTheBestOfBoth()
    {
        var (one, other) = (new TopList(3), new TopList(3));
        one.AddBlock(0, [1, 5, 2], null);
        other.AddBlock(3, [2, 6, 0, 3], null);

        other.AddAll(one);

        Assert.Equal([new RankedItem(4, 6), new RankedItem(1, 5), new RankedItem(6, 3)], other.ToArray());
    }

    [Fact]
    public void AddBlock_WhatIsNotAllowed_IsLeftOut()
    {
        var top = new TopList(2);
        top.AddBlock(10, [3, 2, 1], item => item != 10);

        Assert.Equal([new RankedItem(11, 2), new RankedItem(12, 1)], top.ToArray());
    }

    [Fact]
    public void AddBlock_Empty_ChangesNothing()
    {
        var top = new TopList(2);
        top.AddBlock(0, [], null);

        Assert.Empty(top.ToArray());
    }

    [Fact]
    public void AddBlock_NothingWanted_KeepsNothing()
    {
        var top = new TopList(0);
        top.AddBlock(0, [1, 2], null);

        Assert.Empty(top.ToArray());
    }
}
