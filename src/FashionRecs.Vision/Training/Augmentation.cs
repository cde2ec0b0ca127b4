using FashionRecs.Vision.Images;
using SkiaSharp;

namespace FashionRecs.Vision.Training;

/// <summary>
/// Random placement and colour of a training picture: a slight zoom that may crop the rim, a shift, a rotation of at most 6 degrees, a flip, light.
/// Zoom is small and sides are scaled alike because lengths are judged by where a hem ends on the body.
/// </summary>
internal static class Augmentation
{
    /// <summary>The matrix from the bitmap to the input.</summary>
    public static SKMatrix Place(DecodedPicture picture, InputSize input, Random random)
    {
        var fit = Letterbox.Fit(picture.Width, picture.Height, input);
        var zoom = 0.92 + (random.NextDouble() * 0.2);
        var (shiftX, shiftY) = ((random.NextDouble() - 0.5) * 0.1 * input.Width, (random.NextDouble() - 0.5) * 0.08 * input.Height);
        var degrees = (random.NextDouble() - 0.5) * 12;
        var flip = random.Next(2) == 0 ? -1f : 1f;
        var (centreX, centreY) = (input.Width / 2f, input.Height / 2f);
        return SKMatrix.CreateTranslation(centreX + (float)shiftX, centreY + (float)shiftY)
            .PreConcat(SKMatrix.CreateRotationDegrees((float)degrees))
            .PreConcat(SKMatrix.CreateScale((float)zoom * flip, (float)zoom))
            .PreConcat(SKMatrix.CreateTranslation(-centreX, -centreY))
            .PreConcat(fit.Matrix(picture.Bitmap));
    }

    /// <summary>A change of brightness, contrast and channel balance.</summary>
    public static SKColorFilter Light(Random random)
    {
        var contrast = 0.8f + (random.NextSingle() * 0.4f);
        var offset = ((random.NextSingle() - 0.5f) * 0.2f) + ((1 - contrast) / 2);
        float Gain() => contrast * (0.93f + (random.NextSingle() * 0.14f));
        return SKColorFilter.CreateColorMatrix(
        [
            Gain(), 0, 0, 0, offset,
            0, Gain(), 0, 0, offset,
            0, 0, Gain(), 0, offset,
            0, 0, 0, 1, 0,
        ]);
    }
}
