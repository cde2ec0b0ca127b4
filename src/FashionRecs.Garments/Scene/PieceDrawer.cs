using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Cutting;
using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>Draws one piece: its shadow on what lies below, its cloth, its seams and buttons.</summary>
internal sealed class PieceDrawer(SKBitmap bitmap, SKCanvas canvas, SKMatrix camera, float light)
{
    private readonly ClothPainter painter = new(bitmap, camera, light);
    private readonly float scale = MathF.Sqrt(MathF.Abs((camera.ScaleX * camera.ScaleY) - (camera.SkewX * camera.SkewY)));

    public float PixelsPerCentimetre => scale;

    public void Draw(Piece piece, Fabric fabric, PrintTile tile)
    {
        Shadow(piece.Shape, piece.Lift, 70);
        canvas.Flush();
        painter.Paint(piece, fabric, tile);
        bitmap.NotifyPixelsChanged();
        canvas.Save();
        canvas.SetMatrix(camera);
        canvas.ClipPath(piece.Shape, SKClipOperation.Intersect, true);
        foreach (var seam in piece.Seams)
        {
            Stitch(seam);
        }

        using var edge = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(.22f, .7f / scale), Color = SKColors.Black.WithAlpha(46) };
        canvas.DrawPath(piece.Shape, edge);
        foreach (var button in piece.Buttons)
        {
            Sew(button);
        }

        canvas.Restore();
    }

    /// <summary>A soft shadow below and to the right of a shape; distance in centimetres, strength 0 to 255.</summary>
    public void Shadow(SKPath shape, float lift, byte strength)
    {
        canvas.Save();
        canvas.SetMatrix(camera);
        canvas.Translate(lift * .6f, lift);
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Math.Max(.01f, lift * .8f));
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black.WithAlpha(strength), MaskFilter = blur };
        canvas.DrawPath(shape, paint);
        canvas.Restore();
    }

    private void Stitch(Seam seam)
    {
        using var paint = new SKPaint
        {
            IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(seam.Width, .5f / scale),
            Color = (seam.Darkness < 0 ? SKColors.White : SKColors.Black).WithAlpha((byte)(255 * MathF.Abs(seam.Darkness) * .8f)),
        };
        using var dash = seam.Dash > 0 && seam.Dash * scale > 2 ? SKPathEffect.CreateDash([seam.Dash, seam.Dash * .5f], 0) : null;
        paint.PathEffect = dash;
        canvas.DrawPath(seam.Line, paint);
        paint.Color = SKColors.White.WithAlpha(28);
        canvas.Translate(.18f, .3f);
        canvas.DrawPath(seam.Line, paint);
        canvas.Translate(-.18f, -.3f);
    }

    private void Sew(Button button)
    {
        var (x, y, radius) = (button.Centre.X, button.Centre.Y, button.Radius);
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black.WithAlpha(90) };
        canvas.DrawCircle(x + (radius * .2f), y + (radius * .3f), radius * 1.1f, paint);
        paint.Color = button.Colour;
        canvas.DrawCircle(x, y, radius, paint);
        paint.Color = SKColors.White.WithAlpha(70);
        canvas.DrawCircle(x - (radius * .25f), y - (radius * .3f), radius * .55f, paint);
        paint.Color = SKColors.Black.WithAlpha(130);
        for (var hole = 0; hole < 4; hole++)
        {
            canvas.DrawCircle(x + (radius * .24f * ((hole % 2 * 2) - 1)), y + (radius * .24f * ((hole / 2 * 2) - 1)), radius * .12f, paint);
        }
    }
}
