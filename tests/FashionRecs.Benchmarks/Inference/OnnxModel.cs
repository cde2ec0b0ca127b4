using System.Runtime.InteropServices;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Backbones.Residual;
using Google.Protobuf;
using Onnx;

namespace FashionRecs.Benchmarks.Inference;

/// <summary>Writes a folded network as an ONNX model: input "pictures" (batch, 3, H, W), output "logits" (batch, values).</summary>
internal sealed class OnnxModel
{
    private const int OperatorSet = 17;
    private const int FormatVersion = 8;
    private readonly GraphProto graph = new() { Name = "attributes" };

    /// <summary>The model's bytes.</summary>
    /// <param name="network">With float32 weights.</param>
    public static byte[] Write(FoldedNetwork network)
    {
        var model = new OnnxModel();
        var backbone = network.Backbone as FoldedResidualBackbone
            ?? throw new NotSupportedException("Only residual networks are written as ONNX.");
        var features = model.Relu(model.Convolution("pictures", backbone.Stem));
        features = model.Node("MaxPool", [features], Integers("kernel_shape", 3, 3), Integers("strides", 2, 2),
            Integers("pads", 1, 1, 1, 1));
        foreach (var block in backbone.Blocks)
        {
            var inner = model.Convolution(features, block.Body[0]);
            foreach (var convolution in block.Body.Skip(1))
            {
                inner = model.Convolution(model.Relu(inner), convolution);
            }

            var shortcut = block.Shortcut is null ? features : model.Convolution(features, block.Shortcut);
            features = model.Relu(model.Node("Add", [inner, shortcut]));
        }

        var pooled = model.Node("Flatten", [model.Node("GlobalAveragePool", [features])]);
        var logits =
            model.Node("Gemm", [pooled, model.Constant(network.HeadWeights), model.Constant(network.HeadBiases)], Integer("transB", 1));
        model.graph.Input.Add(Value("pictures", "batch", 3, "height", "width"));
        model.graph.Output.Add(Value(logits, "batch", network.HeadBiases.shape[0]));
        return new ModelProto
        {
            IrVersion = FormatVersion, Graph = model.graph, OpsetImport = { new OperatorSetIdProto { Domain = "", Version = OperatorSet } },
        }.ToByteArray();
    }

    private string Convolution(string input, FoldedConvolution layer)
    {
        var kernel = layer.Weight.shape[2];
        return Node(
            "Conv", [input, Constant(layer.Weight), Constant(layer.Bias)],
            Integers("kernel_shape", kernel, kernel), Integers("strides", layer.Stride, layer.Stride),
            Integers("pads", layer.Padding, layer.Padding, layer.Padding, layer.Padding));
    }

    private string Relu(string input) => Node("Relu", [input]);

    private string Node(string kind, string[] inputs, params AttributeProto[] attributes)
    {
        var name = $"{kind}{graph.Node.Count}";
        graph.Node.Add(new NodeProto { Name = name, OpType = kind, Input = { inputs }, Output = { name }, Attribute = { attributes } });
        return name;
    }

    private string Constant(TorchSharp.torch.Tensor tensor)
    {
        var name = $"constant{graph.Initializer.Count}";
        using var contiguous = tensor.contiguous();
        graph.Initializer.Add(new TensorProto
        {
            Name = name, DataType = (int)TensorProto.Types.DataType.Float, Dims = { tensor.shape },
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(contiguous.data<float>().ToArray())),
        });
        return name;
    }

    private static AttributeProto Integer(string name, long value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    private static AttributeProto Integers(string name, params long[] values) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };

    private static ValueInfoProto Value(string name, params object[] sizes)
    {
        var shape = new TensorShapeProto();
        foreach (var size in sizes)
        {
            shape.Dim.Add(size is string symbol
                ? new TensorShapeProto.Types.Dimension { DimParam = symbol }
                : new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(size) });
        }

        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType =
                new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape } },
        };
    }
}
