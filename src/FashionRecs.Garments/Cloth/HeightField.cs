using System.Buffers;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>
/// Heights of a piece of cloth in centimetres on a grid over its bounding box. Folds add to it; light and the displacement of
/// the print follow from its slope. The grid is a part of one lattice over the whole body, so that a longer piece of the same cloth has
/// the same heights where both have cloth. Dispose it: its memory is pooled.
/// </summary>
internal sealed class HeightField : IDisposable
{
    private readonly float[] heights;
    private readonly float[] slopesX;
    private readonly float[] slopesY;

    /// <param name="box">What to cover, cm.</param>
    /// <param name="cell">Side of a cell, cm.</param>
    public HeightField(SKRect box, float cell)
    {
        var (column, row) = (MathF.Floor(box.Left / cell) - 2, MathF.Floor(box.Top / cell) - 2);
        (Left, Top, Cell) = (column * cell, row * cell, cell);
        Columns = (int)(MathF.Ceiling(box.Right / cell) + 2 - column);
        Rows = (int)(MathF.Ceiling(box.Bottom / cell) + 2 - row);
        var count = Columns * Rows;
        heights = ArrayPool<float>.Shared.Rent(count);
        slopesX = ArrayPool<float>.Shared.Rent(count);
        slopesY = ArrayPool<float>.Shared.Rent(count);
        Heights.Clear();
    }

    public float Left { get; }

    public float Top { get; }

    public float Cell { get; }

    public int Columns { get; }

    public int Rows { get; }

    public Span<float> Heights => heights.AsSpan(0, Columns * Rows);

    /// <summary>Slopes to the right, valid after <see cref="Slope"/>.</summary>
    public ReadOnlySpan<float> SlopesX => slopesX.AsSpan(0, Columns * Rows);

    /// <summary>Slopes downwards, valid after <see cref="Slope"/>.</summary>
    public ReadOnlySpan<float> SlopesY => slopesY.AsSpan(0, Columns * Rows);

    /// <summary>The cells whose centres lie within the given box.</summary>
    public (int X0, int Y0, int X1, int Y1) Window(float x0, float y0, float x1, float y1) => (
        Math.Max(0, (int)((x0 - Left) / Cell)), Math.Max(0, (int)((y0 - Top) / Cell)),
        Math.Min(Columns - 1, (int)((x1 - Left) / Cell) + 1), Math.Min(Rows - 1, (int)((y1 - Top) / Cell) + 1));

    public float X(int column) => Left + ((column + .5f) * Cell);

    public float Y(int row) => Top + ((row + .5f) * Cell);

    /// <summary>Finds the slopes by central differences, held within ±1.6.</summary>
    public void Slope()
    {
        var (h, sx, sy) = (heights, slopesX, slopesY);
        Array.Clear(sx, 0, Columns * Rows);
        Array.Clear(sy, 0, Columns * Rows);
        var scale = .5f / Cell;
        for (var row = 1; row < Rows - 1; row++)
        {
            var start = row * Columns;
            for (var i = start + 1; i < start + Columns - 1; i++)
            {
                sx[i] = Math.Clamp((h[i + 1] - h[i - 1]) * scale, -1.6f, 1.6f);
                sy[i] = Math.Clamp((h[i + Columns] - h[i - Columns]) * scale, -1.6f, 1.6f);
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(heights);
        ArrayPool<float>.Shared.Return(slopesX);
        ArrayPool<float>.Shared.Return(slopesY);
    }
}
