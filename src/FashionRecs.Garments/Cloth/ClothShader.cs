using FashionRecs.Garments.Cutting;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>Colours the pixels of one piece of cloth, row by row. Light comes from the upper left of the picture.</summary>
internal sealed class ClothShader(HeightField field, Fabric fabric, PrintTile tile, Piece piece, float light, float pixelsPerCentimetre)
{
    private readonly float cos = MathF.Cos(piece.Grain);
    private readonly float sin = MathF.Sin(piece.Grain);
    private readonly Yarn yarn = new(fabric, pixelsPerCentimetre);
    private readonly float ribTurns = 1 / MathF.Max(.01f, piece.Ribs > 0 ? piece.Ribs : fabric.RibWidth);

    // Ribs finer than two pixels would alias: they fade away.
    private readonly float ribHeight = (piece.Ribs > 0 ? 1 : fabric.RibWidth > 0 ? .55f : 0)
        * Math.Clamp(((piece.Ribs > 0 ? piece.Ribs : fabric.RibWidth) * pixelsPerCentimetre / 2) - .7f, 0, 1);

    // Dark cloth shows its folds by the light on them, light cloth by their shadows.
    private readonly float shine = 6 + (26 * Darkness(fabric.Base)) + (fabric.Sheen * 115);

    /// <summary>Colours the pixels that <paramref name="cover"/> covers (0 to 255) and blends them into <paramref name="line"/>.</summary>
    /// <param name="line">Pixels of the picture, 0xAARRGGBB.</param>
    /// <param name="cover">How much of each pixel the cloth covers.</param>
    /// <param name="left">Column of the first pixel in the picture.</param>
    /// <param name="row">Row in the picture.</param>
    /// <param name="toBody">From pixels to centimetres.</param>
    public void Row(Span<uint> line, ReadOnlySpan<byte> cover, int left, int row, SKMatrix toBody)
    {
        ReadOnlySpan<float> heights = field.Heights;
        var slopesX = field.SlopesX;
        var slopesY = field.SlopesY;
        var perCell = 1 / field.Cell;
        for (var i = 0; i < line.Length; i++)
        {
            if (cover[i] == 0)
            {
                continue;
            }

            var (px, py) = (left + i + .5f, row + .5f);
            var x = (toBody.ScaleX * px) + (toBody.SkewX * py) + toBody.TransX;
            var y = (toBody.SkewY * px) + (toBody.ScaleY * py) + toBody.TransY;
            var (fx, fy) = (((x - field.Left) * perCell) - .5f, ((y - field.Top) * perCell) - .5f);
            var column = Math.Clamp((int)fx, 0, field.Columns - 2);
            var line0 = Math.Clamp((int)fy, 0, field.Rows - 2);
            var (tx, ty) = (Math.Clamp(fx - column, 0, 1), Math.Clamp(fy - line0, 0, 1));
            var at = (line0 * field.Columns) + column;
            var (w00, w10, w01, w11) = ((1 - tx) * (1 - ty), tx * (1 - ty), (1 - tx) * ty, tx * ty);
            var below = at + field.Columns;
            var slopeX = (slopesX[at] * w00) + (slopesX[at + 1] * w10) + (slopesX[below] * w01) + (slopesX[below + 1] * w11);
            var slopeY = (slopesY[at] * w00) + (slopesY[at + 1] * w10) + (slopesY[below] * w01) + (slopesY[below + 1] * w11);
            var height = (heights[at] * w00) + (heights[at + 1] * w10) + (heights[below] * w01) + (heights[below + 1] * w11);

            // The print follows the folds: a slope moves it sideways.
            var (u, v) = ((cos * x) + (sin * y) + (.35f * slopeX), (cos * y) - (sin * x) + (.35f * slopeY));
            var rib = 0f;
            if (ribHeight > 0)
            {
                rib = ribHeight * Wave.AtTurns(u * ribTurns);
                slopeX += .35f * rib;
            }

            var towards = (-.62f * slopeX) - (.55f * slopeY);
            var (weave, fade) = yarn.At(u, v, left + i, row);
            var shade = 1 + (light * towards) + (.05f * Math.Clamp(height, -2, 2)) + (.08f * rib);
            shade = Math.Clamp(shade * piece.Light * (1 + weave), .2f, 1.55f);
            var lift = fade + (MathF.Max(0, towards - .08f) * shine);
            line[i] = Blend(line[i], tile.At(u, v), shade, lift, cover[i] * (1f / 255));
        }
    }

    private static float Darkness(SKColor colour) => 1 - (((.3f * colour.Red) + (.59f * colour.Green) + (.11f * colour.Blue)) / 255);

    private static uint Blend(uint below, uint cloth, float shade, float lift, float part) => 0xFF000000
        | (Channel((below >> 16) & 255, (cloth >> 16) & 255, shade, lift, part) << 16)
        | (Channel((below >> 8) & 255, (cloth >> 8) & 255, shade, lift, part) << 8)
        | Channel(below & 255, cloth & 255, shade, lift, part);

    // Brightening saturates towards white as film does, so that light cloth keeps its folds.
    private static uint Channel(uint below, uint cloth, float shade, float lift, float part)
    {
        var lit = (shade <= 1 ? cloth * shade : cloth + ((shade - 1) * (115 - (.1f * cloth)))) + lift;
        return (uint)Math.Clamp(below + ((lit - below) * part) + .5f, 0, 255);
    }
}
