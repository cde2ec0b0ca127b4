using SkiaSharp;

namespace FashionRecs.Vision.Training;

/// <summary>Where a training input truly shows an attribute, after the picture was placed into the input.</summary>
/// <param name="Picture">Place of the picture in its batch.</param>
/// <param name="Attribute">Place of the attribute in the vocabulary.</param>
/// <param name="Parts">One or two rectangles; 0 to 1 are the input's sides, and they may reach beyond it.</param>
internal sealed record PlacedRegion(int Picture, int Attribute, IReadOnlyList<SKRect> Parts)
{
    /// <summary>Marks the positions of a map whose centres lie in the region, or the position nearest to the region's centre where none does.</summary>
    /// <param name="inside">Rows × columns, set to 1 inside.</param>
    /// <param name="rows">Rows of the map.</param>
    /// <param name="columns">Columns of the map.</param>
    /// <returns>Whether any of the region is in the input.</returns>
    public bool Mark(Span<float> inside, int rows, int columns)
    {
        var seen = false;
        foreach (var part in Parts)
        {
            var (x, y) = (part.MidX * columns, part.MidY * rows);
            if (x < 0 || y < 0 || x >= columns || y >= rows)
            {
                continue;
            }

            seen = true;
            inside[((int)y * columns) + (int)x] = 1;
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    if (part.Contains((column + 0.5f) / columns, (row + 0.5f) / rows))
                    {
                        inside[(row * columns) + column] = 1;
                    }
                }
            }
        }

        return seen;
    }
}
