using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Quantization;
using FashionRecs.Vision.Regions;
using static FashionRecs.Vision.Onnx.OnnxGraph;

namespace FashionRecs.Vision.Onnx;

/// <summary>
/// Writes a network as an ONNX model: input "pixels" (batch, H, W, 3). With ranges it is a QDQ graph: weights in int8, symmetric and per
/// output channel, activations in uint8 per tensor; where a range begins at zero it is the ReLU. From the last feature map on everything is
/// float32, so that logits are the sums of the maps.
/// </summary>
internal sealed class NetworkGraph
{
    /// <summary>The graph's input.</summary>
    public const string Pixels = "pixels";

    /// <summary>(batch, values).</summary>
    public const string Logits = "logits";

    /// <summary>(batch, values, rows, columns).</summary>
    public const string Maps = "maps";

    /// <summary>(batch, rows, columns, features).</summary>
    public const string Features = "features";

    /// <summary>(batch, attributes · 2, rows, columns).</summary>
    public const string Attention = "attention";

    private readonly OnnxGraph graph = new();
    private readonly PlainNetwork network;
    private readonly IReadOnlyDictionary<string, ActivationRange>? ranges;
    private readonly List<(string Name, OnnxTensor Tensor)> activations = [];

    private NetworkGraph(PlainNetwork network, IReadOnlyDictionary<string, ActivationRange>? ranges) =>
        (this.network, this.ranges) = (network, ranges);

    /// <summary>Pictures to logits, nothing else.</summary>
    public static byte[] Classifier(PlainNetwork network, InputSize input, IReadOnlyDictionary<string, ActivationRange>? ranges)
    {
        var model = new NetworkGraph(network, ranges);
        var (last, _) = model.Backbone(input);
        var graph = model.graph;
        var pooled = graph.Node("ReduceMean", [last.Name, graph.Constant([2L, 3], 2)], Integer("keepdims", 0));
        var logits = graph.Node(
            "Gemm",
            [pooled, graph.Constant(network.HeadWeights, network.HeadBiases.Length, network.Features),
            graph.Constant(network.HeadBiases, network.HeadBiases.Length)],
            Integer("transB", 1));
        graph.Output(Logits, logits, network.HeadBiases.Length);
        return graph.ToBytes();
    }

    /// <summary>Pictures to logits, maps, features and, with a head for regions, where parts are.</summary>
    public static byte[] Whole(
        PlainNetwork network, PlainRegionHead? regions, InputSize input, IReadOnlyDictionary<string, ActivationRange>? ranges)
    {
        var model = new NetworkGraph(network, ranges);
        var (last, fine) = model.Backbone(input);
        model.WriteMaps(last);
        if (regions is not null)
        {
            model.WriteAttention(regions, last, fine);
        }

        return model.graph.ToBytes();
    }

    /// <summary>Every tensor that a quantized graph needs a range for, in float32, as outputs under their names.</summary>
    public static (byte[] Model, IReadOnlyList<string> Names) Observed(PlainNetwork network, InputSize input)
    {
        var model = new NetworkGraph(network, null);
        model.Backbone(input);
        foreach (var (name, tensor) in model.activations)
        {
            model.graph.Output(name, tensor.Name, tensor.Channels, tensor.Rows, tensor.Columns);
        }

        return (model.graph.ToBytes(), [.. model.activations.Select(activation => activation.Name)]);
    }

    /// <summary>Names of the tensors that need a range, in the network's order.</summary>
    public static IReadOnlyList<string> Ranged(PlainNetwork network)
    {
        var names = new List<string> { Pixels, "stem" };
        for (var at = 0; at < network.Blocks.Count; at++)
        {
            var block = network.Blocks[at];
            names.AddRange(block.Body.Select((_, step) => $"{block.Name}.{step}"));
            names.AddRange(block.Shortcut is null ? [] : [$"{block.Name}.shortcut"]);
            names.AddRange(at == network.Blocks.Count - 1 ? [] : [block.Name]);
        }

        return names;
    }

    private (OnnxTensor Last, OnnxTensor Fine) Backbone(InputSize input)
    {
        graph.Input(Pixels, input.Height, input.Width, 3);
        var pixels = Quantized(Pixels, new OnnxTensor(Pixels, 3, input.Height, input.Width), observed: false);
        pixels = pixels with { Name = graph.Node("Transpose", [pixels.Name], Integers("perm", 0, 3, 1, 2)) };
        var stem = Rectified("stem", Convolution(pixels, network.Stem));
        var features = stem.After(
            graph.Node("MaxPool", [stem.Name], Integers("kernel_shape", 3, 3), Integers("strides", 2, 2), Integers("pads", 1, 1, 1, 1)),
            stem.Channels, 3, 2, 1);
        features = Quantized("stem", features, observed: false);
        var fine = features;
        for (var at = 0; at < network.Blocks.Count; at++)
        {
            features = Block(network.Blocks[at], features, last: at == network.Blocks.Count - 1);
            fine = at == network.FineBlock ? features : fine;
        }

        return (features, fine);
    }

    private OnnxTensor Block(PlainBlock block, OnnxTensor input, bool last)
    {
        var inner = input;
        for (var step = 0; step < block.Body.Count; step++)
        {
            var (name, convolved) = ($"{block.Name}.{step}", Convolution(inner, block.Body[step]));
            inner = step < block.Body.Count - 1 ? Rectified(name, convolved) : Quantized(name, convolved);
        }

        var shortcut = block.Shortcut is { } fitting ? Quantized($"{block.Name}.shortcut", Convolution(input, fitting)) : input;
        var sum = inner with { Name = graph.Node("Add", [inner.Name, shortcut.Name]), Scale = 0 };
        return last ? sum with { Name = graph.Node("Relu", [sum.Name]) } : Rectified(block.Name, sum);
    }

    private OnnxTensor Convolution(OnnxTensor input, PlainConvolution layer)
    {
        long[] shape = [layer.Outputs, layer.Inputs, layer.Kernel, layer.Kernel];
        if (input.Scale == 0)
        {
            return graph.Convolution(input, layer, graph.Constant(layer.Weight, shape), graph.Constant(layer.Bias, layer.Outputs));
        }

        var (weight, scales) = WeightQuantization.PerChannel(layer);
        float[] steps = [.. scales.Select(scale => scale * input.Scale)];
        int[] bias = [.. layer.Bias.Zip(steps,
            (number, step) => (int)Math.Clamp(Math.Round(number / (double)step), int.MinValue, int.MaxValue))];
        return graph.Convolution(input, layer,
            Dequantized(graph.Constant(weight, shape), scales, graph.Constant(new sbyte[layer.Outputs], layer.Outputs)),
            Dequantized(graph.Constant(bias, layer.Outputs), steps, graph.Constant(new int[layer.Outputs], layer.Outputs)));
    }

    private string Dequantized(string constant, float[] scales, string zeros) =>
        graph.Node("DequantizeLinear", [constant, graph.Constant(scales, scales.Length), zeros], Integer("axis", 0));

    /// <summary>ReLU; a range from zero on is one.</summary>
    private OnnxTensor Rectified(string name, OnnxTensor tensor)
    {
        if (ranges is null)
        {
            tensor = tensor with { Name = graph.Node("Relu", [tensor.Name]) };
        }

        return Quantized(name, tensor);
    }

    private OnnxTensor Quantized(string name, OnnxTensor tensor, bool observed = true)
    {
        if (observed)
        {
            activations.Add((name, tensor));
        }

        if (ranges is null)
        {
            return tensor;
        }

        var range = ranges[name];
        string scale = graph.Constant([range.Scale]), zero = graph.Constant(new[] { range.Zero });
        var bytes = graph.Node("QuantizeLinear", [tensor.Name, scale, zero]);
        return tensor with { Name = graph.Node("DequantizeLinear", [bytes, scale, zero]), Scale = range.Scale };
    }

    private void WriteMaps(OnnxTensor last)
    {
        var (values, positions) = (network.HeadBiases.Length, last.Rows * last.Columns);
        var weights = graph.Constant(Array.ConvertAll(network.HeadWeights, weight => weight / positions), values, network.Features);
        var flat = graph.Node("Reshape", [last.Name, graph.Constant([0L, network.Features, positions], 3)]);
        var maps = graph.Node("MatMul", [weights, flat]);                                               // (batch, values, positions)
        var sums = graph.Node("ReduceSum", [maps, graph.Constant([2L], 1)], Integer("keepdims", 0));
        graph.Output(Logits, graph.Node("Add", [sums, graph.Constant(network.HeadBiases, values)]), values);
        graph.Output(Maps, graph.Node("Reshape", [maps, graph.Constant([0L, values, last.Rows, last.Columns], 4)]),
            values, last.Rows, last.Columns);
        graph.Output(Features, graph.Node("Transpose", [last.Name], Integers("perm", 0, 2, 3, 1)),
            last.Rows, last.Columns, network.Features);
    }

    private void WriteAttention(PlainRegionHead head, OnnxTensor last, OnnxTensor fine)
    {
        var sizes = graph.Constant([fine.Rows, (long)fine.Columns], 2);
        var upper = graph.Node(
            "Resize", [Float(last, head.Last).Name, "", "", sizes], Integers("axes", 2, 3), Text("mode", "linear"),
            Text("coordinate_transformation_mode", "half_pixel"));
        var lower = Float(fine, head.Fine);
        var place = graph.Constant(Places(head.Place, fine.Rows, fine.Columns), 1, head.Place.Outputs, fine.Rows, fine.Columns);
        var joined = lower with { Name = graph.Node("Relu", [graph.Node("Add", [graph.Node("Add", [upper, lower.Name]), place])]) };
        joined = AndRectified(joined, head.Near);
        joined = AndRectified(joined, head.Far);
        var answer = Float(joined, head.Answer);
        graph.Output(
            Attention,
            graph.Node("DepthToSpace", [answer.Name], Integer("blocksize", RegionAnswers.Finer), Text("mode", "CRD")),
            answer.Channels / RegionAnswers.Finer / RegionAnswers.Finer, answer.Rows * RegionAnswers.Finer,
            answer.Columns * RegionAnswers.Finer);
    }

    private OnnxTensor AndRectified(OnnxTensor tensor, PlainConvolution layer) =>
        tensor with { Name = graph.Node("Add", [tensor.Name, graph.Node("Relu", [Float(tensor, layer).Name])]) };

    private OnnxTensor Float(OnnxTensor tensor, PlainConvolution layer) => Convolution(tensor with { Scale = 0 }, layer);

    /// <summary>What a 1×1 convolution makes of the coordinates, from −1 to 1 downwards and across: (channels, rows, columns).</summary>
    private static float[] Places(PlainConvolution layer, int rows, int columns)
    {
        var places = new float[layer.Outputs * rows * columns];
        for (var at = 0; at < places.Length; at++)
        {
            var (channel, row, column) = (at / (rows * columns), at / columns % rows, at % columns);
            places[at] = (layer.Weight[channel * 2] * Along(row, rows)) + (layer.Weight[(channel * 2) + 1] * Along(column, columns));
        }

        return places;

        static float Along(int at, int count) => count == 1 ? -1 : -1 + (2f * at / (count - 1));
    }
}
