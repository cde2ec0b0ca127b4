using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Weights;
using Onnx;

namespace FashionRecs.Cli.StartWeights;

/// <summary>
/// Turns the ResNet18 of ML.NET's image featurizer (CNTK's training on ImageNet, in ONNX) into a backbone with torchvision's layer names.
/// Its input is blue, green, red in 0 to 255 minus the mean picture; ours is red, green, blue, normalised. The difference goes into the
/// first convolution and the norm after it. It has a third block in its last stage, which He et al. (2016) do not have; that is left out.
/// </summary>
internal static class OnnxResNet18
{
    /// <summary>Makes the backbone's tensors.</summary>
    /// <param name="network">The network's graph.</param>
    /// <param name="mean">Mean of the training pictures in red, green and blue, 0 to 255.</param>
    /// <exception cref="InvalidDataException">The graph is not such a network; one sentence says why.</exception>
    public static Dictionary<string, StoredTensor> Convert(GraphProto network, IReadOnlyList<float> mean)
    {
        var stored = network.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var norms = network.Node.Where(node => node.OpType == "BatchNormalization")
            .ToDictionary(node => node.Input[0], StringComparer.Ordinal);
        var tensors = new Dictionary<string, StoredTensor>(StringComparer.Ordinal);
        var planned = new Dictionary<string, Queue<ConvolutionPlan>>(StringComparer.Ordinal); // what is to come, by the shape of its weight
        foreach (var node in network.Node.Where(node => node.OpType == "Conv"))
        {
            var weight = Read(stored, node.Input[1]);
            if (planned.Count == 0)
            {
                planned = new ResNet18().Plan((int)weight.Shape[0]).Convolutions.GroupBy(Shape)
                    .ToDictionary(alike => alike.Key, alike => new Queue<ConvolutionPlan>(alike));
            }

            var shape = string.Join(", ", weight.Shape);
            if (!planned.TryGetValue(shape, out var same))
            {
                throw new InvalidDataException($"The graph has a convolution [{shape}], which ResNet18 does not have.");
            }

            if (!same.TryDequeue(out var plan))
            {
                continue; // of the third block
            }

            var (convolution, norm) = (plan.Convolution, plan.Norm);
            var normNode = norms.GetValueOrDefault(node.Output[0])
                ?? throw new InvalidDataException($"The graph's convolution '{node.Input[1]}' has no batch norm behind it.");
            var (runningMean, runningVariance) = (Read(stored, normNode.Input[3]), Read(stored, normNode.Input[4]));
            tensors[$"{convolution}.weight"] = weight;
            tensors[$"{norm}.weight"] = Read(stored, normNode.Input[1]);
            tensors[$"{norm}.bias"] = Read(stored, normNode.Input[2]);
            if (convolution == "conv1")
            {
                (weight, runningMean, runningVariance) = ForNormalisedPictures(weight, runningMean, runningVariance, mean);
                tensors["conv1.weight"] = weight;
            }

            tensors[$"{norm}.running_mean"] = runningMean;
            tensors[$"{norm}.running_var"] = runningVariance;
        }

        return tensors;
    }

    /// <summary>
    /// The whole is divided by the mean scale of a channel: batch norm undoes it, and variances of pictures in 0 to 255 would not fit into
    /// float16.
    /// </summary>
    private static (StoredTensor Weight, StoredTensor Mean, StoredTensor Variance) ForNormalisedPictures(
        StoredTensor weight, StoredTensor runningMean, StoredTensor runningVariance, IReadOnlyList<float> mean)
    {
        var scale = 255 * PixelNormalization.Deviation.Average();
        var (kernel, filters) = ((int)(weight.Shape[2] * weight.Shape[3]), (int)weight.Shape[0]);
        float[] values = new float[weight.Values.Length], means = [.. runningMean.Values], variances = [.. runningVariance.Values];
        for (var filter = 0; filter < filters; filter++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                var from = weight.Values.AsSpan(((filter * 3) + 2 - channel) * kernel, kernel);
                means[filter] -= TensorPrimitives.Sum<float>(from) * ((255 * PixelNormalization.Mean[channel]) - mean[channel]);
                TensorPrimitives.Multiply(from, 255 * PixelNormalization.Deviation[channel] / scale,
                    values.AsSpan(((filter * 3) + channel) * kernel, kernel));
            }
        }

        TensorPrimitives.Divide(means, scale, means);
        TensorPrimitives.Divide(variances, scale * scale, variances);
        return (new StoredTensor(weight.Shape, values), new StoredTensor(runningMean.Shape, means),
            new StoredTensor(runningVariance.Shape, variances));
    }

    /// <summary>The numbers of a float32 tensor, which ONNX stores in one of two ways.</summary>
    public static float[] Values(TensorProto tensor) =>
        tensor.FloatData.Count > 0 ? [.. tensor.FloatData] : MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();

    private static string Shape(ConvolutionPlan plan) => $"{plan.Outputs}, {plan.Inputs}, {plan.Kernel}, {plan.Kernel}";

    private static StoredTensor Read(Dictionary<string, TensorProto> stored, string name) =>
        stored.TryGetValue(name, out var tensor) && tensor.DataType == (int)TensorProto.Types.DataType.Float
            ? new StoredTensor([.. tensor.Dims], Values(tensor))
            : throw new InvalidDataException($"The graph has no float32 tensor '{name}'.");
}
