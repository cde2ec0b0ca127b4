using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;

namespace FashionRecs.Vision.Torch.Tests.Backbones;

public class NetworkShapeTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(48)]
    [InlineData(64)]
    public void Checked_WidthOfWholeBlocks_IsTheShapeItself(int width) =>
        Assert.Equal(new NetworkShape(width), new NetworkShape(width).Checked());

    [Theory]
    [InlineData(-16)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(24)]
    public void Create_AnyOtherWidth_IsRefusedInASentence(int width) => Assert.Equal(
        $"A network of width {width} cannot be computed reliably: take a width that is a multiple of 16.",
        Assert.Throws<InvalidDataException>(() => TinyNetwork.Create(width: width)).Message);
}
