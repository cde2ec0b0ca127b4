using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>Lets cloth curve away at its outline: the blurred outline is added as height.</summary>
internal static class EdgeRounding
{
    public static unsafe void AddTo(HeightField field, SKPath shape, float thickness)
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
        var blurred = new float[field.Heights.Length];
        for (var row = 0; row < field.Rows; row++)
        {
            for (var column = 0; column < field.Columns; column++)
            {
                blurred[(row * field.Columns) + column] = pixels[(row * mask.RowBytes) + column] / 255f;
            }
        }

        var reach = Math.Max(1, (int)MathF.Round(1.1f / field.Cell));
        var spare = new float[blurred.Length];
        BoxBlur(blurred, spare, field.Columns, field.Rows, reach);
        BoxBlur(blurred, spare, field.Columns, field.Rows, reach);
        for (var i = 0; i < blurred.Length; i++)
        {
            field.Heights[i] += thickness * blurred[i];
        }
    }

    private static void BoxBlur(float[] values, float[] spare, int columns, int rows, int reach)
    {
        Pass(values, spare, columns, rows, 1, columns, reach);
        Pass(spare, values, rows, columns, columns, 1, reach);
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
