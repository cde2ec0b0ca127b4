using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Training.Attribution;

/// <summary>
/// Takes pixels away so that a network cannot tell that they are missing: each becomes the weighted mean of its neighbours, with a little
/// noise (Rong et al., "A Consistent and Efficient Evaluation Strategy for Attribution Methods", ICML 2022, arXiv:2202.00449).
/// </summary>
/// <param name="pixels">Normalised pixels (H, W, 3).</param>
/// <param name="size">Size of the input.</param>
/// <param name="covered">Part of the input that the picture covers.</param>
public sealed class RemoveAndDebias(float[] pixels, InputSize size, SKRect covered)
{
    /// <summary>Sweeps of over-relaxation; after so many the largest change of a pixel is below the noise.</summary>
    private const int Sweeps = 60;
    private const float Relaxation = 1.7f;

    /// <summary>Standard deviation of the noise, in units of normalised pixels, as in the paper's code.</summary>
    private const float Noise = 0.01f;
    private static readonly (int Row, int Column, float Weight)[] Neighbours =
    [
        (-1, 0, 1 / 6f), (1, 0, 1 / 6f), (0, -1, 1 / 6f), (0, 1, 1 / 6f),
        (-1, -1, 1 / 12f), (-1, 1, 1 / 12f), (1, -1, 1 / 12f), (1, 1, 1 / 12f),
    ];

    /// <summary>Places of the picture's pixels in the input, row by row.</summary>
    public int[] Places { get; } =
        [.. Enumerable.Range(0, size.Height * size.Width)
            .Where(place => covered.Contains((place % size.Width) + 0.5f, (place / size.Width) + 0.5f))];

    /// <summary>The input without some pixels.</summary>
    /// <param name="removed">Their places.</param>
    /// <param name="start">What the search for their new colours starts from, (H, W, 3).</param>
    /// <param name="random">Of the noise.</param>
    public float[] Remove(ReadOnlySpan<int> removed, float[] start, Random random)
    {
        var result = (float[])pixels.Clone();
        foreach (var place in removed)
        {
            Array.Copy(start, place * 3, result, place * 3, 3);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var place in removed)
            {
                Relax(result, place);
            }
        }

        foreach (var place in removed)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                result[(place * 3) + channel] += Noise * (float)MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
            }
        }

        return result;
    }

    private void Relax(float[] result, int place)
    {
        var (row, column) = (place / size.Width, place % size.Width);
        float first = 0, second = 0, third = 0, weights = 0;
        foreach (var (down, right, weight) in Neighbours)
        {
            var (y, x) = (row + down, column + right);
            if (y < 0 || x < 0 || y >= size.Height || x >= size.Width)
            {
                continue;
            }

            var at = ((y * size.Width) + x) * 3;
            first += weight * result[at];
            second += weight * result[at + 1];
            third += weight * result[at + 2];
            weights += weight;
        }

        var own = place * 3;
        result[own] += Relaxation * ((first / weights) - result[own]);
        result[own + 1] += Relaxation * ((second / weights) - result[own + 1]);
        result[own + 2] += Relaxation * ((third / weights) - result[own + 2]);
    }
}
