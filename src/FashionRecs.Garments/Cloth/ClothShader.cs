using FashionRecs.Garments.Cutting;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>Colour of one point of a piece of cloth. Light comes from the upper left of the picture.</summary>
internal sealed class ClothShader(HeightField field, Fabric fabric, PrintTile tile, Piece piece, float light)
{
    private readonly float cos = MathF.Cos(piece.Grain);
    private readonly float sin = MathF.Sin(piece.Grain);

    public (float Red, float Green, float Blue) At(float x, float y, int column, int row)
    {
        var (slopeX, slopeY, height) = Slope(x, y);

        // The print follows the folds: a slope moves it sideways.
        var (u, v) = ((cos * x) + (sin * y) + (.35f * slopeX), (cos * y) - (sin * x) + (.35f * slopeY));
        var rib = 0f;
        if (piece.Ribs > 0)
        {
            rib = MathF.Sin(MathF.Tau * u / piece.Ribs);
            slopeX += .35f * rib;
        }

        var colour = tile.At(u, v);
        var towards = (-.62f * slopeX) - (.55f * slopeY);
        var shade = 1 + (light * towards) + (.05f * Math.Clamp(height, -2, 2)) + (.07f * rib);
        var (weave, fade) = Yarn(u, v, column, row);
        shade = Math.Clamp(shade * piece.Light * (1 + weave), .2f, 1.55f);
        var shine = MathF.Max(0, towards - .12f) * ((fabric.Sheen * 150) + 16);
        var lift = fade + shine;
        return (Tone(colour.Red, shade, lift), Tone(colour.Green, shade, lift), Tone(colour.Blue, shade, lift));
    }

    // Brightening saturates towards white as film does, so that light cloth keeps its folds.
    private static float Tone(byte value, float shade, float lift)
    {
        var lit = shade <= 1 ? value * shade : value + ((255 - value) * (shade - 1) * .45f) + (value * (shade - 1) * .35f);
        return lit + lift;
    }

    private (float Weave, float Fade) Yarn(float u, float v, int column, int row)
    {
        var speck = SmoothNoise.At(fabric.PrintSeed, column * .9f, row * .9f);
        switch (fabric.Weave)
        {
            case ClothWeave.Knit:
                // Stitches: small V shapes in columns.
                var stitch = MathF.Sin((u * 11) + (MathF.Sin(v * 9) * .6f));
                return ((fabric.Grain * .6f * stitch) + (fabric.Grain * .6f * speck), 0);
            case ClothWeave.Denim:
                var twill = MathF.Sin((u + v) * 14);
                var worn = SmoothNoise.At(fabric.PrintSeed + 9, u / 13, v / 26);
                return (fabric.Grain * ((.6f * speck) + (.4f * twill)), 13 * worn);
            default:
                return (fabric.Grain * speck, 0);
        }
    }

    private (float X, float Y, float Height) Slope(float x, float y)
    {
        var (fx, fy) = (((x - field.Left) / field.Cell) - .5f, ((y - field.Top) / field.Cell) - .5f);
        var column = Math.Clamp((int)fx, 1, field.Columns - 3);
        var row = Math.Clamp((int)fy, 1, field.Rows - 3);
        var (tx, ty) = (Math.Clamp(fx - column, 0, 1), Math.Clamp(fy - row, 0, 1));
        var h = field.Heights;
        var at = (row * field.Columns) + column;
        var w = field.Columns;
        var (a, b, c, d) = (h[at], h[at + 1], h[at + w], h[at + w + 1]);
        var height = (((a * (1 - tx)) + (b * tx)) * (1 - ty)) + (((c * (1 - tx)) + (d * tx)) * ty);

        // Central differences, blended between cells: a plain bilinear slope would show the grid.
        float Dx(int i) => h[i + 1] - h[i - 1];
        float Dy(int i) => h[i + w] - h[i - w];
        var sx = (((Dx(at) * (1 - tx)) + (Dx(at + 1) * tx)) * (1 - ty)) + (((Dx(at + w) * (1 - tx)) + (Dx(at + w + 1) * tx)) * ty);
        var sy = (((Dy(at) * (1 - tx)) + (Dy(at + 1) * tx)) * (1 - ty)) + (((Dy(at + w) * (1 - tx)) + (Dy(at + w + 1) * tx)) * ty);
        var scale = .5f / field.Cell;
        return (Math.Clamp(sx * scale, -1.6f, 1.6f), Math.Clamp(sy * scale, -1.6f, 1.6f), height);
    }
}
