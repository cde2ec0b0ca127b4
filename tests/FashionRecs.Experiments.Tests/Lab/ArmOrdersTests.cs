using FashionRecs.Experiments.Lab;

namespace FashionRecs.Experiments.Tests.Lab;

public class ArmOrdersTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(4, 4)]
    [InlineData(5, 10)]
    [InlineData(7, 14)]
    [InlineData(8, 8)]
    public void All_Within_PutEachArmInEachPartAndAfterEachOtherAsOften(int arms, int count)
    {
        var orders = ArmOrders.All(arms, within: true);

        Assert.Equal(count, orders.Count);
        Assert.All(orders, order => Assert.Equal(Enumerable.Range(0, arms), order.Order()));
        for (var part = 0; part < arms; part++)
        {
            Assert.All(orders.CountBy(order => order[part]), pair => Assert.Equal(count / arms, pair.Value));
        }

        var after = orders.SelectMany(order => order.Zip(order.Skip(1))).CountBy(pair => pair).ToArray();
        Assert.Equal(arms * (arms - 1), after.Length);
        Assert.All(after, pair => Assert.Equal(count / arms, pair.Value));
    }

    [Fact]
    public void Of_EachBlock_HasEachOrderOnceInAnOrderOfItsOwn()
    {
        string[] Block(int block) =>
            [.. Enumerable.Range(6 * block, 6).Select(place => string.Join("", ArmOrders.Of(3, true, "why:1", place)))];

        Assert.All(Enumerable.Range(0, 20), block => Assert.Equal(6, Block(block).Distinct().Count()));
        Assert.True(Enumerable.Range(0, 20).Select(block => string.Join(" ", Block(block))).Distinct().Count() > 10);
        Assert.Equal(Block(3), Block(3));
    }

    [Fact]
    public void Of_Between_IsOneArmInBalancedBlocks() =>
        Assert.All(Enumerable.Range(0, 21).Select(place => ArmOrders.Of(7, false, "s", place)[0]).CountBy(arm => arm),
            pair => Assert.Equal(3, pair.Value));
}
