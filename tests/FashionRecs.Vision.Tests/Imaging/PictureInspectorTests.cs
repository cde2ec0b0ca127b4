using FashionRecs.Tests;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Imaging;

public class PictureInspectorTests
{
    private readonly PictureInspector inspector = new();

    [Fact]
    public void OnGarment_GarmentOnEvenGround_MeasuresTheOverlap()
    {
        // A red garment in the left half of a white picture.
        var picture = Pictures.Encode(300, 400, SKEncodedImageFormat.Png, canvas =>
        {
            using var red = new SKPaint { Color = SKColors.DarkRed };
            canvas.DrawRect(30, 40, 120, 300, red);
        });

        var parts = inspector.OnGarment(picture,
            [new PixelBox(50, 60, 60, 100), new PixelBox(200, 60, 60, 100), new PixelBox(90, 100, 120, 100)])!;

        Assert.InRange(parts[0], 0.97f, 1);
        Assert.InRange(parts[1], 0, 0.03f);
        Assert.InRange(parts[2], 0.42f, 0.58f);
    }

    [Fact]
    public void OnGarment_WhiteGarmentWithAnEdgeOnWhite_ReachesToItsInside()
    {
        var picture = Pictures.Encode(300, 400, SKEncodedImageFormat.Png, canvas =>
        {
            using var cloth = new SKPaint { Color = new SKColor(250, 250, 250) };
            using var edge = new SKPaint { Color = new SKColor(150, 150, 150), Style = SKPaintStyle.Stroke, StrokeWidth = 8 };
            using var print = new SKPaint { Color = new SKColor(120, 120, 120) };
            canvas.DrawRect(60, 40, 180, 300, cloth);
            canvas.DrawRect(60, 40, 180, 300, edge);
            canvas.DrawRect(80, 250, 140, 60, print);
        });

        var parts = inspector.OnGarment(picture, [new PixelBox(100, 80, 100, 120), new PixelBox(0, 0, 40, 400)])!;

        Assert.Equal(1, parts[0]);
        Assert.InRange(parts[1], 0, 0.03f);
    }

    [Fact]
    public void OnGarment_GarmentThatHardlyDiffers_IsUnknown()
    {
        var picture = Pictures.Encode(300, 400, SKEncodedImageFormat.Png, canvas =>
        {
            using var cloth = new SKPaint { Color = new SKColor(244, 244, 244) };
            canvas.DrawRect(60, 40, 180, 300, cloth);
        });

        Assert.Null(inspector.OnGarment(picture, [new PixelBox(100, 80, 100, 120)]));
    }

    [Fact]
    public void OnGarment_UnevenGround_IsUnknown()
    {
        var picture = Pictures.Encode(300, 400, SKEncodedImageFormat.Png, canvas =>
        {
            using var dark = new SKPaint { Color = SKColors.Black };
            for (var x = 0; x < 300; x += 60)
            {
                canvas.DrawRect(x, 0, 30, 400, dark);
            }
        });

        Assert.Null(inspector.OnGarment(picture, [new PixelBox(0, 0, 10, 10)]));
    }
}
