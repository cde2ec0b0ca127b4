using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Finds what is connected over edges in a grid of open and closed cells.</summary>
internal static class FloodFill
{
    /// <summary>Closes an open cell and every open cell connected to it.</summary>
    /// <param name="open">Row by row, whether a cell belongs; what is reached is closed.</param>
    /// <param name="columns">Cells in a row.</param>
    /// <param name="start">An open cell.</param>
    /// <param name="waiting">Room for as many numbers as there are cells; overwritten.</param>
    /// <returns>How many cells were closed, and the box around them; right and bottom are exclusive.</returns>
    public static (int Cells, SKRectI Box) Close(Span<bool> open, int columns, int start, Span<int> waiting)
    {
        var (cells, count, rows) = (0, 0, open.Length / columns);
        int left = columns, top = rows, right = 0, bottom = 0;
        open[start] = false;
        waiting[count++] = start;
        while (count > 0)
        {
            var cell = waiting[--count];
            cells++;
            var (row, column) = (cell / columns, cell % columns);
            (left, top, right, bottom) =
                (Math.Min(left, column), Math.Min(top, row), Math.Max(right, column + 1), Math.Max(bottom, row + 1));
            count = column > 0 ? Visit(open, cell - 1, waiting, count) : count;
            count = column < columns - 1 ? Visit(open, cell + 1, waiting, count) : count;
            count = row > 0 ? Visit(open, cell - columns, waiting, count) : count;
            count = row < rows - 1 ? Visit(open, cell + columns, waiting, count) : count;
        }

        return (cells, new SKRectI(left, top, right, bottom));
    }

    private static int Visit(Span<bool> open, int cell, Span<int> waiting, int count)
    {
        if (!open[cell])
        {
            return count;
        }

        open[cell] = false;
        waiting[count] = cell;
        return count + 1;
    }
}
