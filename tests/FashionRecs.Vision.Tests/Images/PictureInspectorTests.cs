using FashionRecs.Core.Projection;
using FashionRecs.Vision.Images;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Images;

public class PictureInspectorTests
{
    private readonly PictureInspector inspector = new();

    [Fact]
    public void Inspect_WrongExtensionOrProgram_IsJudgedByItsBytes()
    {
        Assert.Equal((30, 40), inspector.Inspect(Pictures.Encode(30, 40, SKEncodedImageFormat.Png)));
        Assert.Contains("not a readable", Assert.Throws<InvalidDataException>(() => inspector.Inspect("MZ\0\0 a program"u8.ToArray())).Message);
    }

    [Fact]
    public void OnGarment_GarmentOnEvenGround_MeasuresTheOverlap()
    {
        // A red garment in the left half of a white picture.
        var picture = Pictures.Encode(300, 400, SKEncodedImageFormat.Png, canvas =>
        {
            using var red = new SKPaint { Color = SKColors.DarkRed };
            canvas.DrawRect(30, 40, 120, 300, red);
        });

        var parts = inspector.OnGarment(picture, [new PixelBox(50, 60, 60, 100), new PixelBox(200, 60, 60, 100), new PixelBox(90, 100, 120, 100)])!;

        Assert.InRange(parts[0], 0.97f, 1);
        Assert.InRange(parts[1], 0, 0.03f);
        Assert.InRange(parts[2], 0.42f, 0.58f);
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
