using FashionRecs.Vision.Datasets;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Datasets;

public class PictureSplitTests
{
    [Fact]
    public void Divide_NearDuplicates_StandOnOneSide()
    {
        string[] images = [.. Enumerable.Range(0, 400).Select(i => $"{i:000}.jpg")];
        var random = new Random(1);
        var hashes = new ulong[400];
        for (var i = 0; i < 400; i += 2)
        {
            hashes[i] = (ulong)random.NextInt64();
            hashes[i + 1] = hashes[i] ^ 5; // two bits apart
        }

        var (parts, duplicates) = PictureSplit.Divide(images, hashes, seed: 1);

        Assert.Equal(400, duplicates);
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(parts[2 * i], parts[(2 * i) + 1]));
        Assert.InRange(parts.Count(part => part == SplitPart.Train), 280, 360);
        Assert.Contains(SplitPart.Validation, parts);
        Assert.Contains(SplitPart.Test, parts);
    }

    [Fact]
    public void Compute_SamePictureResizedAndRecompressed_DiffersInFewBits()
    {
        var original = PerceptualHash.Compute(Scene(200, SKEncodedImageFormat.Png));

        Assert.InRange(System.Numerics.BitOperations.PopCount(original ^ PerceptualHash.Compute(Scene(150, SKEncodedImageFormat.Jpeg))), 0, PictureSplit.NearBits);
        Assert.True(System.Numerics.BitOperations.PopCount(original ^ PerceptualHash.Compute(Pictures.Corner(200, 200))) > PictureSplit.NearBits);
    }

    private static byte[] Scene(int size, SKEncodedImageFormat format) => Pictures.Encode(size, size, format, canvas =>
    {
        using var paint = new SKPaint();
        using var ground = SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(size, size * 0.3f), [SKColors.White, SKColors.SlateGray], SKShaderTileMode.Clamp);
        paint.Shader = ground; // flat ground would leave its bits to the noise of compression
        canvas.DrawPaint(paint);
        paint.Shader = null;
        for (var i = 0; i < 6; i++)
        {
            paint.Color = new SKColor((byte)(40 * i), (byte)(255 - (30 * i)), (byte)(97 * i));
            canvas.DrawCircle(size * (0.1f + (0.15f * i)), size * (0.9f - (0.13f * i)), size * 0.15f, paint);
        }
    });
}
