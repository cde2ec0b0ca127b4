using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Tests.Weights;

public sealed class TensorMeanTests
{
    [Fact]
    public void Of_ThreeNetworks_AveragesEveryNumber()
    {
        var mean = TensorMean.Of([Network("a", [2], 1, 8), Network("b", [2], 2, -4), Network("c", [2], 6, 2)]);
        Assert.Equal([3f, 2f], mean["conv1.weight"].Values);
        Assert.Equal([2L], mean["conv1.weight"].Shape);
    }

    [Theory]
    [InlineData(0, 1, 8)]
    [InlineData(0.25, 1.25, 5)]
    [InlineData(1, 2, -4)]
    public void Of_PartOfTheLastNetwork_LiesThatFarBetween(double last, float first, float second)
    {
        var mean = TensorMean.Of([Network("a", [2], 1, 8), Network("b", [2], 2, -4)], last);
        Assert.Equal([first, second], mean["conv1.weight"].Values);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Of_PartOutsideZeroToOne_IsRefused(double last) =>
        Assert.Throws<InvalidDataException>(() => TensorMean.Of([Network("a", [2], 1, 8), Network("b", [2], 2, -4)], last));

    [Fact]
    public void Of_OtherSizes_NamesFileAndTensor()
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            TensorMean.Of([Network("a.safetensors", [2], 1, 8), Network("b.safetensors", [2, 1], 1, 8)]));
        Assert.Contains("b.safetensors", error.Message, StringComparison.Ordinal);
        Assert.Contains("conv1.weight", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TensorThatOneLacks_IsRefused()
    {
        var (path, tensors) = Network("b", [2], 1, 8);
        var more = new Dictionary<string, StoredTensor>(tensors) { ["heads.more"] = new([1], [1]) };
        Assert.Contains("heads.more",
            Assert.Throws<InvalidDataException>(() => TensorMean.Of([Network("a", [2], 1, 8), (path, more)])).Message,
        StringComparison.Ordinal);
        Assert.Contains("heads.more",
            Assert.Throws<InvalidDataException>(() => TensorMean.Of([(path, more), Network("a", [2], 1, 8)])).Message,
        StringComparison.Ordinal);
    }

    private static (string Path, IReadOnlyDictionary<string, StoredTensor> Tensors) Network(string path, long[] shape,
        params float[] values) =>
        (path, new Dictionary<string, StoredTensor> { ["conv1.weight"] = new(shape, values) });
}
