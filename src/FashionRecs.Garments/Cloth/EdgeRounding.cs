using System.Buffers;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>
/// Lets cloth curve away at its outline: the outline, blurred a little, is the thickness of the cloth; blurred wide, it is the roundness
/// of what the cloth lies on.
/// </summary>
internal static class EdgeRounding
{
    // Centimetres from the edge over which each takes effect.
    private const float ThicknessReach = 1;
    private const float VolumeReach = 3.6f;

    /// <summary>Adds both heights, in centimetres.</summary>
    public static unsafe void AddTo(HeightField field, SKPath shape, float thickness, float volume)
    {
        using var mask = new SKBitmap(field.Columns, field.Rows, SKColorType.Alpha8, SKAlphaType.Premul);
        mask.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(mask))
        using (var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black })
        {
            canvas.Scale(1 / field.Cell);
            canvas.Translate(-field.Left, -field.Top);
            canvas.DrawPath(shape, paint);
            canvas.Flush();
        }

        var pixels = (byte*)mask.GetPixels();
        var count = field.Columns * field.Rows;
        var (blurred, spare) = (ArrayPool<float>.Shared.Rent(count), ArrayPool<float>.Shared.Rent(count));
        for (var row = 0; row < field.Rows; row++)
        {
            for (var column = 0; column < field.Columns; column++)
            {
                blurred[(row * field.Columns) + column] = pixels[(row * mask.RowBytes) + column] / 255f;
            }
        }

        Add(field, blurred, spare, ThicknessReach, thickness);
        if (volume > 0)
        {
            Add(field, blurred, spare, VolumeReach, volume);
        }

        ArrayPool<float>.Shared.Return(blurred);
        ArrayPool<float>.Shared.Return(spare);
    }

    private static void Add(HeightField field, float[] blurred, float[] spare, float reach, float height)
    {
        var cells = Math.Max(1, (int)MathF.Round(reach / field.Cell));
        for (var turn = 0; turn < 2; turn++)
        {
            Pass(blurred, spare, field.Columns, field.Rows, 1, field.Columns, cells);
            Pass(spare, blurred, field.Rows, field.Columns, field.Columns, 1, cells);
        }

        var heights = field.Heights;
        for (var i = 0; i < heights.Length; i++)
        {
            heights[i] += height * blurred[i];
        }
    }

    // Sums a sliding window along lines of `length` values that lie `step` apart; outside counts as zero.
    private static void Pass(float[] from, float[] to, int length, int lines, int step, int jump, int reach)
    {
        var share = 1f / ((2 * reach) + 1);
        for (var line = 0; line < lines; line++)
        {
            var start = line * jump;
            var sum = 0f;
            for (var i = 0; i < Math.Min(reach, length); i++)
            {
                sum += from[start + (i * step)];
            }

            for (var i = 0; i < length; i++)
            {
                sum += i + reach < length ? from[start + ((i + reach) * step)] : 0;
                to[start + (i * step)] = sum * share;
                sum -= i - reach >= 0 ? from[start + ((i - reach) * step)] : 0;
            }
        }
    }
}
