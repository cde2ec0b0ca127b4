using System.Numerics.Tensors;

namespace FashionRecs.Recommenders.Pictures.Aesthetics;

/// <summary>The aesthetic numbers of many pictures, made comparable.</summary>
public static class AestheticTable
{
    /// <summary>
    /// Each number with mean 0 and standard deviation 1 over the pictures, then each picture with length 1; all 0 where there is none.
    /// </summary>
    /// <param name="pictures">Per product the numbers of <see cref="AestheticFeatures.Of"/>, or null without a picture.</param>
    public static float[][] Standardize(IReadOnlyList<float[]?> pictures)
    {
        float[][] known = [.. pictures.OfType<float[]>()];
        var mean = new float[AestheticFeatures.Size];
        var deviation = new float[AestheticFeatures.Size];
        for (var number = 0; number < mean.Length && known.Length > 0; number++)
        {
            mean[number] = known.Average(picture => picture[number]);
            deviation[number] = MathF.Sqrt(known.Average(picture => (picture[number] - mean[number]) * (picture[number] - mean[number])));
        }

        return [.. pictures.Select(picture => picture is null ? new float[mean.Length] : Scaled(picture, mean, deviation))];
    }

    /// <summary>Two tables side by side; (products, numbers of both).</summary>
    public static float[][] Join(float[][] left, float[][] right) =>
        [.. left.Zip(right, (one, other) => (float[])[.. one, .. other])];

    private static float[] Scaled(float[] picture, float[] mean, float[] deviation)
    {
        var result = new float[picture.Length];
        for (var number = 0; number < result.Length; number++)
        {
            result[number] = deviation[number] > 0 ? (picture[number] - mean[number]) / deviation[number] : 0;
        }

        var length = TensorPrimitives.Norm<float>(result);
        TensorPrimitives.Multiply(result, length > 0 ? 1 / length : 0, result);
        return result;
    }
}
