using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>Chooses where the camera stands: a matrix from body centimetres to picture pixels.</summary>
internal static class Camera
{
    public static SKMatrix For(GarmentSpec spec, SKRect extent, int width, int height)
    {
        var random = spec.Seed.Stream("camera");
        var fill = spec.Cluttered ? random.Range(.66f, .98f) : random.Range(.82f, .91f);
        var frame = extent;
        switch (spec.Cover)
        {
            case Cover.CropTop:
                frame.Top += Math.Max(26, extent.Height * .3f);
                break;
            case Cover.CropBottom:
                frame.Bottom -= Math.Max(16, extent.Height * .3f);
                break;
            case Cover.CropSides:
                frame = new SKRect(-15, extent.Top, 15, extent.Top + 44);
                break;
        }

        var crop = spec.Cover is Cover.CropTop or Cover.CropBottom or Cover.CropSides;
        var scale = Math.Min(width / frame.Width, height / frame.Height) * (crop && spec.Cover == Cover.CropSides ? 1 : fill);
        var tilt = random.Range(-1, 1) * (spec.Cluttered ? .09f : .012f);
        var skew = random.Range(-1, 1) * (spec.Cluttered ? .05f : .005f);
        var middleY = (height / 2f) + (random.Range(-.03f, .03f) * height);
        var centreY = frame.MidY;
        if (spec.Cover == Cover.CropTop)
        {
            (middleY, centreY) = (0, frame.Top);
        }
        else if (spec.Cover is Cover.CropBottom)
        {
            (middleY, centreY) = (height, frame.Bottom);
        }

        var matrix = SKMatrix.CreateTranslation(-frame.MidX, -centreY);
        matrix = matrix.PostConcat(new SKMatrix(scale, skew * scale, 0, 0, scale, 0, 0, 0, 1));
        matrix = matrix.PostConcat(SKMatrix.CreateRotation(crop ? 0 : tilt));
        return matrix.PostConcat(SKMatrix.CreateTranslation((width / 2f) + (crop ? 0 : random.Range(-.03f, .03f) * width), middleY));
    }
}
