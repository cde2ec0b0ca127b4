using FashionRecs.Tests;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Imaging;

public class LetterboxTests
{
    [Fact]
    public void Fit_WidePicture_PadsAboveAndBelow()
    {
        var letterbox = Letterbox.Fit(288, 100, new InputSize(192, 144));

        Assert.Equal(0.5, letterbox.Scale);
        Assert.Equal(new SKRect(0, 71, 144, 121), letterbox.Covered);
    }

    [Fact]
    public void ToOriginal_BoxInInput_ComesBackInOriginalPixels()
    {
        var letterbox = Letterbox.Fit(288, 100, new InputSize(192, 144));

        Assert.Equal(new PixelBox(20, 8, 40, 20), letterbox.ToOriginal(new SKRect(10, 75, 30, 85)));
        Assert.Equal(new PixelBox(0, 0, 288, 100), letterbox.ToOriginal(new SKRect(-5, -5, 200, 200)));
        Assert.Null(letterbox.ToOriginal(new SKRect(0, 0, 100, 60)));
    }

    [Fact]
    public void Render_AnyAspect_KeepsCirclesRound()
    {
        var encoded = Pictures.Encode(300, 100, SKEncodedImageFormat.Png, canvas =>
        {
            using var black = new SKPaint { Color = SKColors.Black };
            canvas.DrawCircle(150, 50, 45, black);
        });
        using var picture = PictureDecoder.Decode(encoded);
        using var renderer = new InputRenderer(new InputSize(192, 144));
        var pixels = new float[renderer.Length];

        renderer.Render(picture, pixels);

        bool Dark(int x, int y) => pixels[((y * 144) + x) * 3] < 0;
        var across = Enumerable.Range(0, 144).Count(x => Dark(x, 96));
        var down = Enumerable.Range(0, 192).Count(y => Dark(72, y));
        Assert.InRange(across, 41, 45);
        Assert.InRange(Math.Abs(across - down), 0, 1);
    }
}
