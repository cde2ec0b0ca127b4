using FashionRecs.Garments.Cutting;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>
/// Paints one piece of cloth: print displaced by the folds, light from the upper left, highlights, yarn. Works on the
/// picture's own pixels; Skia supplies the antialiased coverage. One painter per picture, not thread-safe.
/// </summary>
internal sealed class ClothPainter(SKBitmap picture, SKMatrix camera, float light)
{
    private const int FieldCells = 110;

    public void Paint(Piece piece, Fabric fabric, PrintTile tile)
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

        var field = Raise(piece, fabric);
        var shader = new ClothShader(field, fabric, tile, piece, light);
        Blend(coverage, bounds, toBody, shader);
    }

    private static HeightField Raise(Piece piece, Fabric fabric)
    {
        var box = piece.Shape.TightBounds;
        box.Inflate(1, 1);
        var cell = Math.Max(box.Width, box.Height) / FieldCells;
        cell = Math.Max(cell, .12f);
        var field = new HeightField(box.Left, box.Top, cell, (int)(box.Width / cell) + 2, (int)(box.Height / cell) + 2);
        foreach (var relief in piece.Reliefs)
        {
            relief.AddTo(field);
        }

        for (var i = 0; i < field.Heights.Length; i++)
        {
            field.Heights[i] *= fabric.FoldDepth;
        }

        EdgeRounding.AddTo(field, piece.Shape, piece.Thickness);
        return field;
    }

    private unsafe void Blend(SKBitmap coverage, SKRectI bounds, SKMatrix toBody, ClothShader shader)
    {
        var target = (uint*)picture.GetPixels();
        var mask = (byte*)coverage.GetPixels();
        for (var row = 0; row < bounds.Height; row++)
        {
            var line = target + ((bounds.Top + row) * picture.Width) + bounds.Left;
            var cover = mask + (row * coverage.RowBytes);
            for (var column = 0; column < bounds.Width; column++)
            {
                if (cover[column] == 0)
                {
                    continue;
                }

                var (px, py) = (bounds.Left + column + .5f, bounds.Top + row + .5f);
                var x = (toBody.ScaleX * px) + (toBody.SkewX * py) + toBody.TransX;
                var y = (toBody.SkewY * px) + (toBody.ScaleY * py) + toBody.TransY;
                var (red, green, blue) = shader.At(x, y, bounds.Left + column, bounds.Top + row);
                var below = line[column];
                var part = cover[column] * (1f / 255);
                line[column] = 0xFF000000
                    | ((uint)Mix((below >> 16) & 255, red, part) << 16) | ((uint)Mix((below >> 8) & 255, green, part) << 8) | (uint)Mix(below & 255, blue, part);
            }
        }
    }

    private static byte Mix(uint below, float above, float part) => (byte)Math.Clamp(below + ((above - below) * part) + .5f, 0, 255);
}
