using System.Buffers;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Saliency;

/// <summary>Groups the cells of a grid at or above a level, connected over edges.</summary>
internal static class ConnectedComponents
{
    /// <summary>The box around the component with the most cells, or around every component with at least a part as many.</summary>
    /// <param name="grid">Numbers row by row; at least one is at or above the level.</param>
    /// <param name="columns">Columns of the grid.</param>
    /// <param name="level">The least number that belongs to a component.</param>
    /// <param name="joined">Whether smaller components count.</param>
    /// <param name="from">The part of the largest from which on they count, in (0, 1].</param>
    /// <returns>Cells; right and bottom are exclusive.</returns>
    public static SKRectI Box(ReadOnlySpan<float> grid, int columns, float level, bool joined, float from = 0.5f)
    {
        var open = ArrayPool<bool>.Shared.Rent(grid.Length);
        var waiting = ArrayPool<int>.Shared.Rent(grid.Length);
        var components = new List<(int Cells, SKRectI Box)>();
        try
        {
            var belongs = open.AsSpan(0, grid.Length);
            for (var cell = 0; cell < grid.Length; cell++)
            {
                belongs[cell] = grid[cell] >= level;
            }

            for (var start = 0; belongs[start..].IndexOf(true) is var step and >= 0;)
            {
                start += step;
                components.Add(FloodFill.Close(belongs, columns, start, waiting));
            }
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(open);
            ArrayPool<int>.Shared.Return(waiting);
        }

        var (most, box) = components.MaxBy(component => component.Cells);
        foreach (var component in components)
        {
            if (joined && component.Cells >= from * most)
            {
                box = SKRectI.Union(box, component.Box);
            }
        }

        return box;
    }
}
