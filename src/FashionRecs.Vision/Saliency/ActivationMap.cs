using SkiaSharp;

namespace FashionRecs.Vision.Saliency;

/// <summary>The map of one value over one picture's input, before ReLU. Positive numbers speak for the value.</summary>
/// <param name="Values">Row by row.</param>
/// <param name="Rows">Rows of the feature map.</param>
/// <param name="Columns">Columns of the feature map.</param>
public sealed record ActivationMap(ReadOnlyMemory<float> Values, int Rows, int Columns)
{
    /// <summary>The map at a point of the input, bilinearly between the centres of positions.</summary>
    /// <param name="x">Horizontal place in [0, 1].</param>
    /// <param name="y">Vertical place in [0, 1].</param>
    public float At(double x, double y)
    {
        var values = Values.Span;
        var (column, row) = (Math.Clamp((x * Columns) - 0.5, 0, Columns - 1), Math.Clamp((y * Rows) - 0.5, 0, Rows - 1));
        int left = (int)column, top = (int)row, right = Math.Min(left + 1, Columns - 1), bottom = Math.Min(top + 1, Rows - 1);
        float dx = (float)(column - left), dy = (float)(row - top);
        var upper = (values[(top * Columns) + left] * (1 - dx)) + (values[(top * Columns) + right] * dx);
        var lower = (values[(bottom * Columns) + left] * (1 - dx)) + (values[(bottom * Columns) + right] * dx);
        return (upper * (1 - dy)) + (lower * dy);
    }

    /// <summary>The map over a part of the input, on a grid that fills it.</summary>
    /// <param name="part">Sides in [0, 1] of the input.</param>
    /// <param name="rows">Rows of the grid.</param>
    /// <param name="columns">Columns of the grid.</param>
    public float[] Over(SKRect part, int rows, int columns)
    {
        var grid = new float[rows * columns];
        for (var i = 0; i < grid.Length; i++)
        {
            grid[i] = At(
                part.Left + (((i % columns) + 0.5) / columns * part.Width),
                part.Top + (((i / columns) + 0.5) / rows * part.Height));
        }

        return grid;
    }
}
