using FashionRecs.Garments.Cutting;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>
/// Paints one piece of cloth: print displaced by the folds, light from the upper left, highlights, yarn. Works on the
/// picture's own pixels; Skia supplies the antialiased coverage. One painter per picture, not thread-safe.
/// </summary>
/// <param name="picture">BGRA pixels to paint on.</param>
/// <param name="camera">From centimetres to pixels.</param>
/// <param name="light">Contrast of the light.</param>
/// <param name="volume">Roundness of what the cloth lies on, cm.</param>
internal sealed class ClothPainter(SKBitmap picture, SKMatrix camera, float light, float volume)
{
    private readonly float scale = MathF.Sqrt(MathF.Abs((camera.ScaleX * camera.ScaleY) - (camera.SkewX * camera.SkewY)));

    public unsafe void Paint(Piece piece, Fabric fabric, PrintTile tile)
    {
        using var shape = new SKPath(piece.Shape);
        shape.Transform(camera);
        var bounds = SKRectI.Ceiling(shape.Bounds, true);
        bounds.Intersect(new SKRectI(0, 0, picture.Width, picture.Height));
        if (bounds.Width <= 0 || bounds.Height <= 0 || !camera.TryInvert(out var toBody))
        {
            return;
        }

        using var coverage = new SKBitmap(bounds.Width, bounds.Height, SKColorType.Alpha8, SKAlphaType.Premul);
        coverage.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(coverage))
        using (var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black })
        {
            canvas.Translate(-bounds.Left, -bounds.Top);
            canvas.DrawPath(shape, paint);
            canvas.Flush();
        }

        using var field = Raise(piece, fabric);
        var shader = new ClothShader(field, fabric, tile, piece, light, scale);
        var pixels = (uint*)picture.GetPixels();
        for (var row = 0; row < bounds.Height; row++)
        {
            shader.Row(
                new Span<uint>(pixels + ((bounds.Top + row) * picture.Width) + bounds.Left, bounds.Width),
                coverage.GetPixelSpan().Slice(row * coverage.RowBytes, bounds.Width), bounds.Left, bounds.Top + row, toBody);
        }
    }

    private HeightField Raise(Piece piece, Fabric fabric)
    {
        // About one and a half pixels a cell: finer folds could not be seen.
        var field = new HeightField(piece.Shape.TightBounds, Math.Clamp(1.6f / scale, .14f, .9f));
        foreach (var relief in piece.Reliefs)
        {
            relief.AddTo(field);
        }

        foreach (ref var height in field.Heights)
        {
            height *= fabric.FoldDepth;
        }

        EdgeRounding.AddTo(field, piece.Shape, piece.Thickness, piece.Flat ? 0 : volume);
        field.Slope();
        return field;
    }
}
