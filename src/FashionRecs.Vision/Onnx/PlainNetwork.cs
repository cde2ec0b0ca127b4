using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Backbones.Residual;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Onnx;

/// <summary>
/// A residual attribute network with every batch norm folded into the convolution before it (Jacob et al. 2018, section 3.2), read from a
/// weights file without torch.
/// </summary>
/// <param name="Stem">The first convolution, followed by ReLU and max pooling 3×3 with stride 2.</param>
/// <param name="Blocks">The residual blocks in order.</param>
/// <param name="HeadWeights">(values, features) in the vocabulary's order.</param>
/// <param name="HeadBiases">(values).</param>
internal sealed record PlainNetwork(PlainConvolution Stem, IReadOnlyList<PlainBlock> Blocks, float[] HeadWeights, float[] HeadBiases)
{
    /// <summary>Channels of the last feature map.</summary>
    public int Features => HeadWeights.Length / HeadBiases.Length;

    /// <summary>
    /// The last block before the step from an eighth to a sixteenth of the picture's size, or the last of all where there is no such step.
    /// </summary>
    public int FineBlock
    {
        get
        {
            int[] steps = [.. Blocks.Index().Where(block => block.Item.Body.Any(step => step.Stride > 1)).Select(block => block.Index)];
            return steps.Length > 1 ? steps[1] - 1 : Blocks.Count - 1;
        }
    }

    /// <summary>Reads a network.</summary>
    /// <param name="file">The weights file.</param>
    /// <param name="shape">What it says of its network.</param>
    /// <param name="vocabulary">Gives the heads and their order.</param>
    /// <param name="source">Names the file in messages.</param>
    /// <exception cref="InvalidDataException">The network is of no residual kind, or a tensor is missing or has another shape.</exception>
    public static PlainNetwork Read(SafetensorsFile file, NetworkShape shape, AttributeVocabulary vocabulary, string source)
    {
        if (Architectures.Find(shape.Architecture) is not ResidualArchitecture architecture)
        {
            throw new InvalidDataException($"Networks of the kind '{shape.Architecture}' can only be run with torch.");
        }

        var plan = architecture.Plan(shape.Width, shape.LastStride);
        return new PlainNetwork(
            Fold(plan.Stem),
            [.. plan.Stages.SelectMany(stage => stage.Blocks).Select(block => new PlainBlock(
                block.Name, [.. block.Body.Select(step => Fold(step.Within(block.Name)))],
                block.Shortcut is { } shortcut ? Fold(shortcut.Within(block.Name)) : null))],
            [.. vocabulary.Attributes.SelectMany(attribute =>
                Values($"heads.{attribute.Code}.weight", attribute.Values.Count * architecture.Features(shape.Width)))],
            [.. vocabulary.Attributes.SelectMany(attribute => Values($"heads.{attribute.Code}.bias", attribute.Values.Count))]);

        PlainConvolution Fold(ConvolutionPlan step)
        {
            var weight = Values($"{step.Convolution}.weight", step.Outputs * step.Inputs * step.Kernel * step.Kernel).ToArray();
            var (gamma, beta) = (Values($"{step.Norm}.weight", step.Outputs), Values($"{step.Norm}.bias", step.Outputs));
            var (mean, variance) = (Values($"{step.Norm}.running_mean", step.Outputs), Values($"{step.Norm}.running_var", step.Outputs));
            var bias = new float[step.Outputs];
            for (var output = 0; output < bias.Length; output++)
            {
                var scale = gamma[output] / Math.Sqrt(variance[output] + ConvolutionPlan.Epsilon);
                bias[output] = (float)(beta[output] - (mean[output] * scale));
                foreach (ref var number in weight.AsSpan(output * weight.Length / bias.Length, weight.Length / bias.Length))
                {
                    number = (float)(number * scale);
                }
            }

            return new PlainConvolution(weight, bias, step.Inputs, step.Outputs, step.Kernel, step.Stride);
        }

        float[] Values(string name, int length) => !file.Tensors.TryGetValue(name, out var tensor)
            ? throw new InvalidDataException($"The weights file '{source}' has no tensor '{name}'.")
            : tensor.Values.Length == length
                ? tensor.Values
                : throw new InvalidDataException(
                    $"The weights file '{source}' has '{name}' with {tensor.Values.Length} numbers, not {length}.");
    }

    /// <summary>
    /// Fingerprint of the backbone alone: the first 16 hexadecimal digits of the SHA-256 of its numbers. New heads on the same backbone
    /// leave it as it is.
    /// </summary>
    public string BackboneFingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var step in Blocks.SelectMany(block => block.Shortcut is { } shortcut ? block.Body.Append(shortcut) : block.Body)
            .Prepend(Stem))
        {
            hash.AppendData(MemoryMarshal.AsBytes(step.Weight.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(step.Bias.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
