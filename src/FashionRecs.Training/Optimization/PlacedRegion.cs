using FashionRecs.Training.Localization.Truth;
using SkiaSharp;

namespace FashionRecs.Training.Optimization;

/// <summary>Where a training input truly shows an attribute, after the picture was placed into the input.</summary>
/// <param name="Picture">Place of the picture in its batch.</param>
/// <param name="Region">The region in pixels of the picture.</param>
/// <param name="ToPicture">From the input, whose sides are 0 to 1, to pixels of the picture.</param>
internal sealed record PlacedRegion(int Picture, TrueRegion Region, SKMatrix ToPicture)
{
    /// <summary>Points per side at which a position is looked at.</summary>
    private const int Samples = 4;

    /// <summary>
    /// Part of a position that makes it one of the region; less in a region that nowhere has as much, such as a thin strap.
    /// </summary>
    private const float Enough = 0.3f;

    /// <summary>Marks the positions of a map that lie in the region.</summary>
    /// <param name="inside">Rows × columns, set to 1 inside and to 0 elsewhere.</param>
    /// <param name="rows">Rows of the map.</param>
    /// <param name="columns">Columns of the map.</param>
    /// <returns>Whether any of the region is in the input.</returns>
    public bool Mark(Span<float> inside, int rows, int columns)
    {
        var largest = 0f;
        for (var position = 0; position < inside.Length; position++)
        {
            inside[position] = Share(position % columns, position / columns, rows, columns);
            largest = Math.Max(largest, inside[position]);
        }

        var enough = Math.Min(Enough, largest);
        foreach (ref var share in inside)
        {
            share = largest > 0 && share >= enough ? 1 : 0;
        }

        return largest > 0;
    }

    private float Share(int column, int row, int rows, int columns)
    {
        var hits = 0;
        for (var sample = 0; sample < Samples * Samples; sample++)
        {
            var (x, y) = (column + (((sample % Samples) + 0.5f) / Samples), row + (((sample / Samples) + 0.5f) / Samples));
            hits += Region.Contains(ToPicture.MapPoint(x / columns, y / rows)) ? 1 : 0;
        }

        return (float)hits / (Samples * Samples);
    }
}
