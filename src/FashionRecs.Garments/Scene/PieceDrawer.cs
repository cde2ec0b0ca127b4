using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Cutting;
using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>Draws one piece: its shadow on what lies below, its cloth, its seams and buttons.</summary>
internal sealed class PieceDrawer(SKBitmap bitmap, SKCanvas canvas, SKMatrix camera, ClothPainter painter)
{
    private readonly float scale = MathF.Sqrt(MathF.Abs((camera.ScaleX * camera.ScaleY) - (camera.SkewX * camera.SkewY)));

    public void Draw(Piece piece, Fabric fabric, PrintTile tile)
    {
        if (!piece.Clear)
        {
            Shadow(piece.Shape, piece.Lift, 74);
            canvas.Flush();
            painter.Paint(piece, fabric, tile);
            bitmap.NotifyPixelsChanged();
        }

        canvas.Save();
        canvas.SetMatrix(camera);
        canvas.ClipPath(piece.Shape, SKClipOperation.Intersect, true);
        foreach (var seam in piece.Seams)
        {
            Stitch(seam, fabric);
        }

        if (!piece.Clear)
        {
            using var edge =
                new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(.3f, .8f / scale),
                Color = SKColors.Black.WithAlpha(26) };
            canvas.DrawPath(piece.Shape, edge);
        }

        foreach (var button in piece.Buttons)
        {
            Sew(button);
        }

        canvas.Restore();
    }

    /// <summary>A soft shadow below and to the right of a shape; distance in centimetres, strength 0 to 255.</summary>
    private void Shadow(SKPath shape, float lift, byte strength)
    {
        if (lift * scale < .25f)
        {
            return;
        }

        canvas.Save();
        canvas.SetMatrix(camera);
        canvas.Translate(lift * .45f, lift * .8f);
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Math.Max(.01f, lift * .7f));
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black.WithAlpha(strength), MaskFilter = blur };
        canvas.DrawPath(shape, paint);
        canvas.Restore();
    }

    private void Stitch(Seam seam, Fabric fabric)
    {
        // Light thread on denim is the usual ochre, elsewhere white.
        var light = fabric.Weave == ClothWeave.Denim ? new SKColor(0xD2, 0xA0, 0x5A) : SKColors.White;
        using var paint = new SKPaint
        {
            IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(seam.Width, .5f / scale),
            Color = (seam.Darkness < 0 ? light : SKColors.Black).WithAlpha((byte)(255 * MathF.Abs(seam.Darkness) * .8f)),
        };
        using var dash = seam.Dash > 0 && seam.Dash * scale > 2 ? SKPathEffect.CreateDash([seam.Dash, seam.Dash * .5f], 0) : null;
        paint.PathEffect = dash;
        canvas.DrawPath(seam.Line, paint);
        if (seam.Darkness > 0)
        {
            paint.Color = SKColors.White.WithAlpha(30);
            canvas.Translate(.2f, .28f);
            canvas.DrawPath(seam.Line, paint);
            canvas.Translate(-.2f, -.28f);
        }
    }

    private void Sew(Button button)
    {
        var (x, y, radius) = (button.Centre.X, button.Centre.Y, button.Radius);
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black.WithAlpha(90) };
        canvas.DrawCircle(x + (radius * .2f), y + (radius * .3f), radius * 1.1f, paint);
        paint.Color = button.Colour;
        canvas.DrawCircle(x, y, radius, paint);
        paint.Color = SKColors.White.WithAlpha(60);
        canvas.DrawCircle(x - (radius * .25f), y - (radius * .3f), radius * .55f, paint);
        paint.Color = SKColors.Black.WithAlpha(130);
        for (var hole = 0; hole < 4; hole++)
        {
            canvas.DrawCircle(x + (radius * .24f * ((hole % 2 * 2) - 1)), y + (radius * .24f * ((hole / 2 * 2) - 1)), radius * .12f, paint);
        }
    }
}
