using FashionRecs.Tests;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Imaging;

public class PictureResizerTests
{
    [Theory]
    [InlineData(800, 20_000, 960, 655, 16_383)]
    [InlineData(800, 20_000, 480, 480, 12_000)]
    [InlineData(20_000, 30, 960, 960, 1)]
    [InlineData(1, 1, 960, 1, 1)]
    [InlineData(1, 20_000, 960, 1, 16_383)]
    [InlineData(300, 400, 240, 240, 320)]
    public void ToWebp_AnyShape_FitsWidthAndFormat(int width, int height, int asked, int expectedWidth, int expectedHeight)
    {
        var copy = PictureResizer.ToWebp(Pictures.Encode(width, height, SKEncodedImageFormat.Png), asked);

        Assert.Equal((expectedWidth, expectedHeight), PictureDecoder.ReadSize(copy));
    }
}
