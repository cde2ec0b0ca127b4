using System.Numerics.Tensors;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Saliency;

/// <summary>
/// Region-of-interest max pooling (Girshick, "Fast R-CNN", 2015): a region of any size becomes a grid of fixed size. The region's h × w
/// positions are divided into H × W sub-windows of about h/H × w/W, and each gives the maximum per channel. Where the region has fewer
/// positions than the grid has cells, neighbouring sub-windows share positions.
/// </summary>
public static class RegionPooling
{
    /// <summary>Pools a region.</summary>
    /// <param name="map">The feature map of an input.</param>
    /// <param name="region">In input pixels; every position that it touches belongs to it.</param>
    /// <param name="input">Size of the input.</param>
    /// <param name="grid">Rows H and columns W of the result.</param>
    /// <param name="destination">channels · H · W numbers, laid out (channels, H, W).</param>
    public static void Max(FeatureMap map, SKRect region, InputSize input, PoolGrid grid, Span<float> destination) =>
        Max(map.Values.Span, map.Grid, region, input, grid, destination);

    /// <summary>Pools a region of any grid of vectors: (rows, columns, channels).</summary>
    public static void Max(ReadOnlySpan<float> values, FeatureGrid map, SKRect region, InputSize input, PoolGrid grid,
        Span<float> destination)
    {
        var (top, height) = Touched(region.Top, region.Bottom, input.Height, map.Rows);
        var (left, width) = Touched(region.Left, region.Right, input.Width, map.Columns);
        var cells = grid.Height * grid.Width;
        Span<float> strongest = map.Channels <= 1024 ? stackalloc float[map.Channels] : new float[map.Channels];
        for (var i = 0; i < grid.Height; i++)
        {
            for (var j = 0; j < grid.Width; j++)
            {
                strongest.Fill(float.NegativeInfinity);
                for (var row = top + (i * height / grid.Height); row < top + Up((i + 1) * height, grid.Height); row++)
                {
                    for (var column = left + (j * width / grid.Width); column < left + Up((j + 1) * width, grid.Width); column++)
                    {
                        TensorPrimitives.Max(strongest, values.Slice(((row * map.Columns) + column) * map.Channels, map.Channels),
                            strongest);
                    }
                }

                for (int channel = 0, at = (i * grid.Width) + j; channel < strongest.Length; channel++, at += cells)
                {
                    destination[at] = strongest[channel];
                }
            }
        }
    }

    /// <summary>The first position that an interval of pixels touches, and how many it touches: at least one.</summary>
    private static (int First, int Count) Touched(float from, float to, int pixels, int positions)
    {
        var scale = (double)positions / pixels;
        var first = Math.Clamp((int)Math.Floor((from * scale) + 1e-4), 0, positions - 1);
        var end = Math.Clamp((int)Math.Ceiling((to * scale) - 1e-4), first + 1, positions);
        return (first, end - first);
    }

    private static int Up(int numerator, int denominator) => (numerator + denominator - 1) / denominator;
}
