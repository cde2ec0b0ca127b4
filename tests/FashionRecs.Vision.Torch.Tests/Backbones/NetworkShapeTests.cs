using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Backbones;

public class NetworkShapeTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(24, false)]
    [InlineData(16, true)]
    [InlineData(64, true)]
    public void AllowsBFloat16_Width_MustBeAMultipleOf16(int width, bool allowed)
    {
        var shape = new NetworkShape(width);

        Assert.Equal(allowed, shape.AllowsBFloat16);
        Assert.Equal(Precision.Float32, shape.Checked(Precision.Float32));
    }

    [Fact]
    public void Precision_BFloat16OnNarrowNetwork_IsRefusedEverywhere()
    {
        using var network = TinyNetwork.Create(width: 4);

        Assert.Contains("width 4", Assert.Throws<NotSupportedException>(() => network.Precision = Precision.BFloat16).Message);
        Assert.Contains("width 4", Assert.Throws<NotSupportedException>(() => new FoldedNetwork(network, Precision.BFloat16, CPU)).Message);
        Assert.Equal(Precision.Float32, network.Precision);
    }

    [Fact]
    public void PickPrecision_Shape_FallsBackToFloat32WhereItMust()
    {
        TorchRuntime.EnsureLoaded();

        Assert.Equal(Precision.Float32, TorchDevice.PickPrecision(CPU, new NetworkShape(4)));
        Assert.Equal(TorchDevice.PickPrecision(CPU), TorchDevice.PickPrecision(CPU, new NetworkShape(64)));
    }
}
