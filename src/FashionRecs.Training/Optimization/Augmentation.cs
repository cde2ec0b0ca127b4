using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// Random placement and colour of a training picture: a slight change of size, a shift, a rotation of at most 6 degrees, a flip, light, now
/// and then gray. Sides are scaled alike and hardly ever beyond the frame, because lengths are judged by where a hem ends on the body.
/// </summary>
internal static class Augmentation
{
    private const double GrayShare = 0.12;

    /// <summary>The matrix from the bitmap to the input.</summary>
    public static SKMatrix Place(DecodedPicture picture, InputSize input, Random random)
    {
        var fit = Letterbox.Fit(picture.Width, picture.Height, input);
        var zoom = 0.86 + (random.NextDouble() * 0.18);
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

    /// <summary>A change of brightness, contrast and channel balance, or a gray picture: no attribute is a matter of colour.</summary>
    public static SKColorFilter Light(Random random)
    {
        var gray = random.NextDouble() < GrayShare;
        var contrast = 0.8f + (random.NextSingle() * 0.4f);
        var offset = ((random.NextSingle() - 0.5f) * 0.2f) + ((1 - contrast) / 2);
        float Gain() => contrast * (0.93f + (random.NextSingle() * 0.14f));
        if (gray)
        {
            float red = 0.3f * contrast, green = 0.59f * contrast, blue = 0.11f * contrast;
            return SKColorFilter.CreateColorMatrix(
                [red, green, blue, 0, offset, red, green, blue, 0, offset, red, green, blue, 0, offset, 0, 0, 0, 1, 0]);
        }

        return SKColorFilter.CreateColorMatrix(
        [
            Gain(), 0, 0, 0, offset,
            0, Gain(), 0, 0, offset,
            0, 0, Gain(), 0, offset,
            0, 0, 0, 1, 0,
        ]);
    }
}
