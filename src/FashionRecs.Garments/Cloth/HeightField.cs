namespace FashionRecs.Garments.Cloth;

/// <summary>
/// Heights of a piece of cloth in centimetres on a coarse grid over its bounding box. Folds add to it; light and
/// the displacement of the print follow from its slope.
/// </summary>
internal sealed class HeightField(float left, float top, float cell, int columns, int rows)
{
    public float[] Heights { get; } = new float[columns * rows];

    public float Left => left;

    public float Top => top;

    public float Cell => cell;

    public int Columns => columns;

    public int Rows => rows;

    /// <summary>The cells whose centres lie within the given box.</summary>
    public (int X0, int Y0, int X1, int Y1) Window(float x0, float y0, float x1, float y1) => (
        Math.Max(0, (int)((x0 - left) / cell)), Math.Max(0, (int)((y0 - top) / cell)),
        Math.Min(columns - 1, (int)((x1 - left) / cell) + 1), Math.Min(rows - 1, (int)((y1 - top) / cell) + 1));

    public float X(int column) => left + ((column + .5f) * cell);

    public float Y(int row) => top + ((row + .5f) * cell);
}
