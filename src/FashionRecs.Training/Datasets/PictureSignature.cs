using System.Numerics.Tensors;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Training.Datasets;

/// <summary>
/// A perceptual hash that keeps its levels: the picture at 32×32 gray pixels, with mean 0 and deviation 1. Copies, resizes, recompressions
/// and changes of exposure hardly move it. Difference hashes of a few bits were tried first: on flat studio grounds they join every pair of
/// dark trousers.
/// </summary>
public sealed class PictureSignature
{
    private const int Side = 32;
    private const int CoarseSide = 8;

    /// <summary>Gray levels added to the deviation, so that the noise of an empty picture is not blown up.</summary>
    private const float FlatDeviation = 0.5f;

    private readonly float[] fine;
    private readonly float[] coarse; // means of 4×4 cells

    private PictureSignature(float[] levels)
    {
        fine = levels;
        coarse = new float[CoarseSide * CoarseSide];
        const int cell = Side / CoarseSide;
        for (var i = 0; i < levels.Length; i++)
        {
            coarse[(i / Side / cell * CoarseSide) + (i % Side / cell)] += levels[i] / (cell * cell);
        }
    }

    /// <summary>Signature of an encoded picture.</summary>
    /// <exception cref="InvalidDataException">The picture cannot be decoded.</exception>
    public static PictureSignature Compute(ReadOnlySpan<byte> encoded)
    {
        using var picture = PictureDecoder.Decode(encoded, enough: (4 * Side, 4 * Side));
        using var small =
            picture.Bitmap.Resize(new SKImageInfo(Side, Side, SKColorType.Gray8),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        var levels = new float[Side * Side];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = small.GetPixelSpan()[(i / Side * small.RowBytes) + (i % Side)];
        }

        TensorPrimitives.Subtract(levels, TensorPrimitives.Sum(levels) / levels.Length, levels);
        TensorPrimitives.Divide(levels, (TensorPrimitives.Norm(levels) / Side) + FlatDeviation, levels);
        return new PictureSignature(levels);
    }

    /// <summary>Whether the root mean square difference, in deviations of a picture, is at most <paramref name="limit"/>.</summary>
    public bool IsNear(PictureSignature other, float limit) =>
        // Means of cells differ by no more than the cells do, so most pairs are told apart by 64 numbers.
        TensorPrimitives.Distance<float>(coarse, other.coarse) <= limit * CoarseSide
        && TensorPrimitives.Distance<float>(fine, other.fine) <= limit * Side;
}
