using System.Text.Json;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Weights;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Distillation;

/// <summary>
/// MobileNetV2 (Sandler et al. 2018) with batch norm folded in, as a list of layers in a JSON file and their tensors in a safetensors file.
/// It only teaches: its features know ImageNet's thousand classes, which the network learns from. Not thread-safe.
/// </summary>
public sealed class MobileNetV2 : IDisposable
{
    /// <summary>Length of <see cref="Features"/>.</summary>
    public const int FeatureCount = 1280;

    private readonly Layer[] layers;
    private readonly Tensor[] weights;
    private readonly Tensor[] biases;

    private MobileNetV2(Layer[] layers, Tensor[] weights, Tensor[] biases) =>
        (this.layers, this.weights, this.biases) = (layers, weights, biases);

    /// <summary>Reads <c>NAME.json</c> and <c>NAME.safetensors</c>.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or the layers do not end in features.</exception>
    public static MobileNetV2 Load(string json, string safetensors)
    {
        var all = JsonSerializer.Deserialize<Layer[]>(File.ReadAllText(json), JsonSerializerOptions.Web) ?? [];
        var layers = all.TakeWhile(layer => layer.Kind != "mean").ToArray();
        if (layers.Length == all.Length)
        {
            throw new InvalidDataException($"'{json}' has no layer 'mean' that gives features.");
        }

        var tensors = SafetensorsReader.Read(safetensors).Tensors;
        Tensor Stored(int layer, string part) => layers[layer].Kind != "conv" ? zeros(0)
            : tensors.TryGetValue($"{layer}.{part}", out var stored) ? torch.tensor(stored.Values, stored.Shape)
            : throw new InvalidDataException($"'{safetensors}' has no tensor '{layer}.{part}'.");
        int[] numbers = [.. Enumerable.Range(0, layers.Length)];
        return new MobileNetV2(layers, [.. numbers.Select(i => Stored(i, "weight"))], [.. numbers.Select(i => Stored(i, "bias"))]);
    }

    /// <summary>Pictures (batch, 3, H, W) normalised for the attribute network → the mean of the last feature map (batch, 1280).</summary>
    public Tensor Features(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        // This network wants RGB in [−1, 1].
        var deviation = torch.tensor(new[] { 0.229f, 0.224f, 0.225f }).reshape(1, 3, 1, 1);
        var mean = torch.tensor(new[] { 0.485f, 0.456f, 0.406f }).reshape(1, 3, 1, 1);
        var outputs = new Tensor[layers.Length];
        var input = Precision.Float32.Arrange((((pictures * deviation) + mean) * 2) - 1);
        for (var i = 0; i < layers.Length; i++)
        {
            var layer = layers[i];
            outputs[i] = layer.Kind == "add" ? outputs[layer.A] + outputs[layer.B]
                : Convolve(layer.Src < 0 ? input : outputs[layer.Src], layer, i);
        }

        return outputs[^1].mean([2, 3]).MoveToOuterDisposeScope();
    }

    private Tensor Convolve(Tensor input, Layer layer, int number)
    {
        var padding = 0L;
        if (layer.Shape[2] == 3)
        {
            // TensorFlow's "same": a stride of 2 pads below and to the right only.
            padding = layer.Stride == 1 ? 1 : 0;
            input = layer.Stride == 1 ? input : nn.functional.pad(input, [0, 1, 0, 1]);
        }

        var output =
            nn.functional.conv2d(input, weights[number], biases[number], strides: [layer.Stride, layer.Stride], padding: [padding, padding],
            groups: layer.Groups);
        return layer.Act == 3 ? output.clamp_(0, 6) : output;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in weights.Concat(biases))
        {
            tensor.Dispose();
        }
    }

    private sealed record Layer(string Kind, int Src, int A, int B, int[] Shape, int Stride, int Groups, int Act);
}
