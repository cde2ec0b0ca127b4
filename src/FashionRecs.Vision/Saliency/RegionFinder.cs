using System.Buffers;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Saliency;

/// <summary>
/// The region behind a value: its evidence, smoothed to a finer grid, above a part of the maximum; the largest connected component, or
/// every large one; its box.
/// </summary>
public static class RegionFinder
{
    /// <summary>Cells per position and side of the finer grid.</summary>
    private const int Fineness = 4;

    /// <summary>Finds the region.</summary>
    /// <param name="map">The evidence.</param>
    /// <param name="input">Size of the input.</param>
    /// <param name="covered">Part of the input, in input pixels, that the picture covers; padding shows nothing.</param>
    /// <param name="threshold">Part of the maximum, in (0, 1).</param>
    /// <param name="joined">Box every component with at least half the cells of the largest, not only the largest.</param>
    public static FoundRegion Find(ActivationMap map, InputSize input, SKRect covered, double threshold, bool joined = false)
    {
        int rows = map.Rows * Fineness, columns = map.Columns * Fineness;
        float cellWidth = (float)input.Width / columns, cellHeight = (float)input.Height / rows;
        // The cells whose centres the picture covers; at least one, however thin it is.
        var (top, bottom) = Covered(covered.Top / cellHeight, covered.Bottom / cellHeight, rows);
        var (left, right) = Covered(covered.Left / cellWidth, covered.Right / cellWidth, columns);
        int height = bottom - top, width = right - left;

        var rented = ArrayPool<float>.Shared.Rent(height * width);
        var grid = rented.AsSpan(0, height * width);
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                grid[(row * width) + column] = map.At((left + column + 0.5) / columns, (top + row + 0.5) / rows);
            }
        }

        var (minimum, maximum, peak) = Extremes(grid);
        // A map without any positive evidence still has a least unlikely place.
        var level = maximum > 0 ? maximum * (float)threshold : minimum + ((maximum - minimum) * (float)threshold);
        var cells = ConnectedComponents.Box(grid, width, Math.Min(level, maximum), joined);

        var share = Share(grid, width, cells);
        ArrayPool<float>.Shared.Return(rented);
        var box = new SKRect((left + cells.Left) * cellWidth, (top + cells.Top) * cellHeight, (left + cells.Right) * cellWidth,
            (top + cells.Bottom) * cellHeight);
        var inside = SKRect.Intersect(box, covered);
        return new FoundRegion(
            inside.IsEmpty ? box : inside,
            share,
            new SKPoint((left + (peak % width) + 0.5f) * cellWidth, (top + (peak / width) + 0.5f) * cellHeight));
    }

    private static (int From, int To) Covered(float from, float to, int cells)
    {
        var first = Math.Clamp((int)Math.Ceiling(from - 0.5), 0, cells - 1);
        return (first, Math.Clamp((int)Math.Ceiling(to - 0.5), first + 1, cells));
    }

    private static (float Minimum, float Maximum, int Peak) Extremes(ReadOnlySpan<float> grid)
    {
        var peak = 0;
        var minimum = grid[0];
        for (var i = 1; i < grid.Length; i++)
        {
            minimum = Math.Min(minimum, grid[i]);
            peak = grid[i] > grid[peak] ? i : peak;
        }

        return (minimum, grid[peak], peak);
    }

    private static float Share(ReadOnlySpan<float> grid, int width, SKRectI box)
    {
        float all = 0, boxed = 0;
        for (var i = 0; i < grid.Length; i++)
        {
            var evidence = Math.Max(0, grid[i]);
            all += evidence;
            boxed += box.Contains(i % width, i / width) ? evidence : 0;
        }

        return all > 0 ? boxed / all : 0;
    }
}
