using FashionRecs.Experiments.Assignment;

namespace FashionRecs.Experiments.Tests.Assignment;

public class LayerSlotTests
{
    /// <summary>The vectors "inNamespace" of GrowthBook's SDK test suite.</summary>
    [Theory]
    [InlineData("1", "namespace1", 0, 0.4, false)]
    [InlineData("1", "namespace1", 0.4, 1, true)]
    [InlineData("1", "namespace2", 0, 0.4, false)]
    [InlineData("1", "namespace2", 0.4, 1, true)]
    [InlineData("2", "namespace1", 0, 0.4, false)]
    [InlineData("2", "namespace1", 0.4, 1, true)]
    [InlineData("2", "namespace2", 0, 0.4, false)]
    [InlineData("2", "namespace2", 0.4, 1, true)]
    [InlineData("3", "namespace1", 0, 0.4, false)]
    [InlineData("3", "namespace1", 0.4, 1, true)]
    [InlineData("3", "namespace2", 0, 0.4, true)]
    [InlineData("3", "namespace2", 0.4, 1, false)]
    [InlineData("4", "namespace1", 0, 0.4, false)]
    [InlineData("4", "namespace1", 0.4, 1, true)]
    [InlineData("4", "namespace2", 0, 0.4, true)]
    [InlineData("4", "namespace2", 0.4, 1, false)]
    public void Contains_PublishedVector_IsEqual(string unit, string layer, double start, double end, bool expected) =>
        Assert.Equal(expected, new LayerSlot(layer, new BucketRange(start, end)).Contains(unit));

    [Theory]
    [InlineData("a", 0, 0.5, "a", 0.5, 1, false)]
    [InlineData("a", 0, 0.6, "a", 0.5, 1, true)]
    [InlineData("a", 0, 0.6, "b", 0.5, 1, false)]
    [InlineData("a", 0.2, 0.2, "a", 0, 1, false)]
    public void Conflicts_TwoSlots_OnlyWithinOneLayer(string layer, double start, double end, string other, double otherStart,
        double otherEnd, bool expected)
    {
        var one = new LayerSlot(layer, new BucketRange(start, end));
        var two = new LayerSlot(other, new BucketRange(otherStart, otherEnd));

        Assert.Equal(expected, one.Conflicts(two));
        Assert.Equal(expected, two.Conflicts(one));
    }
}
