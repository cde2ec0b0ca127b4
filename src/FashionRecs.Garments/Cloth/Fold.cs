using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>One fold: a ridge between two points with a soft and a sharp side, fading towards its ends.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
/// <param name="Bow">How far its middle leaves the straight line, in centimetres.</param>
/// <param name="Width">Half width in centimetres.</param>
/// <param name="Height">Height in centimetres; negative for a groove.</param>
internal sealed record Fold(SKPoint From, SKPoint To, float Bow, float Width, float Height) : IRelief
{
    public void AddTo(HeightField field)
    {
        var (dx, dy) = (To.X - From.X, To.Y - From.Y);
        var length = MathF.Max(.1f, MathF.Sqrt((dx * dx) + (dy * dy)));
        (dx, dy) = (dx / length, dy / length);
        var reach = (3 * Width) + MathF.Abs(Bow);
        var (x0, y0, x1, y1) = field.Window(
            Math.Min(From.X, To.X) - reach, Math.Min(From.Y, To.Y) - reach, Math.Max(From.X, To.X) + reach, Math.Max(From.Y, To.Y) + reach);
        var heights = field.Heights;
        for (var row = y0; row <= y1; row++)
        {
            for (var column = x0; column <= x1; column++)
            {
                var (px, py) = (field.X(column) - From.X, field.Y(row) - From.Y);
                var along = ((px * dx) + (py * dy)) / length;
                if (along is <= 0 or >= 1)
                {
                    continue;
                }

                var taper = 4 * along * (1 - along);
                var across = ((px * dy) - (py * dx) - (Bow * taper)) / (Width * (.5f + (.5f * along)));
                across *= across < 0 ? .55f : 1.3f;
                var square = across * across;
                if (square < 6)
                {
                    heights[(row * field.Columns) + column] += Height * MathF.Sqrt(taper) * MathF.Exp(-square);
                }
            }
        }
    }
}
