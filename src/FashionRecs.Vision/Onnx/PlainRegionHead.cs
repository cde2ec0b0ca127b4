using FashionRecs.Vision.Regions;

namespace FashionRecs.Vision.Onnx;

/// <summary>A head for regions as plain numbers.</summary>
/// <param name="Last">1×1 on the last feature map.</param>
/// <param name="Fine">1×1 on the fine one.</param>
/// <param name="Place">1×1 on the two coordinates.</param>
/// <param name="Near">3×3.</param>
/// <param name="Far">3×3 with a dilation of 2.</param>
/// <param name="Answer">1×1 to the answers.</param>
internal sealed record PlainRegionHead(
    PlainConvolution Last, PlainConvolution Fine, PlainConvolution Place, PlainConvolution Near, PlainConvolution Far,
    PlainConvolution Answer)
{
    /// <summary>Takes the numbers of a head's file.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or has another shape.</exception>
    public static PlainRegionHead Of(StoredRegionHead stored)
    {
        var (width, answers) = (stored.Width, stored.Rules.Count * RegionAnswers.PerAttribute * RegionAnswers.Finer * RegionAnswers.Finer);
        return new PlainRegionHead(
            Step("last", stored.Features, width), Step("fine", stored.FineFeatures, width, biased: false),
            Step("place", 2, width, biased: false), Step("near", width, width, kernel: 3),
            Step("far", width, width, kernel: 3, dilation: 2),
            Step("answer", width, answers));

        PlainConvolution Step(string name, int inputs, int outputs, int kernel = 1, int dilation = 1, bool biased = true) => new(
            Values($"{name}.weight", inputs * outputs * kernel * kernel), biased ? Values($"{name}.bias", outputs) : new float[outputs],
            inputs, outputs, kernel, Dilation: dilation);

        float[] Values(string name, int length) => stored.Tensors.TryGetValue(name, out var tensor) && tensor.Values.Length == length
            ? tensor.Values : throw new InvalidDataException($"The regions '{stored.Path}' have no '{name}' with {length} numbers.");
    }
}
