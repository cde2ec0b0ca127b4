using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using static Onnx.AttributeProto.Types;
using static Onnx.TensorProto.Types;

namespace FashionRecs.Vision.Onnx;

/// <summary>Writes an ONNX graph node by node. Not thread-safe.</summary>
internal sealed class OnnxGraph
{
    /// <summary>Operator set of the graphs.</summary>
    public const int OperatorSet = 18;

    private const int FormatVersion = 8;
    private readonly GraphProto graph = new() { Name = "attributes" };

    /// <summary>The model's bytes.</summary>
    public byte[] ToBytes() => new ModelProto
    {
        IrVersion = FormatVersion, ProducerName = "FashionRecs", Graph = graph,
        OpsetImport = { new OperatorSetIdProto { Domain = "", Version = OperatorSet } },
    }.ToByteArray();

    /// <summary>Adds a node with one output, which gets its name.</summary>
    public string Node(string kind, IEnumerable<string> inputs, params AttributeProto[] attributes)
    {
        var name = $"{kind}{graph.Node.Count}";
        graph.Node.Add(new NodeProto { Name = name, OpType = kind, Input = { inputs }, Output = { name }, Attribute = { attributes } });
        return name;
    }

    /// <summary>Adds a convolution; the weights may come out of another node.</summary>
    public OnnxTensor Convolution(OnnxTensor input, PlainConvolution layer, string weight, string bias)
    {
        var (kernel, stride, padding) = (layer.Kernel, layer.Stride, layer.Padding);
        var name = Node(
            "Conv", [input.Name, weight, bias],
            Integers("kernel_shape", kernel, kernel), Integers("strides", stride, stride),
            Integers("pads", padding, padding, padding, padding), Integers("dilations", layer.Dilation, layer.Dilation));
        return input.After(name, layer.Outputs, kernel, stride, padding, layer.Dilation);
    }

    /// <summary>Gives a tensor a name and makes it an output.</summary>
    public void Output(string name, string tensor, params int[] sizes)
    {
        graph.Node.Add(new NodeProto { Name = name, OpType = "Identity", Input = { tensor }, Output = { name } });
        graph.Output.Add(Value(name, sizes));
    }

    /// <summary>Adds an input (batch, sizes…).</summary>
    public void Input(string name, params int[] sizes) => graph.Input.Add(Value(name, sizes));

    /// <summary>Adds constant numbers.</summary>
    public string Constant(ReadOnlySpan<float> values, params long[] shape) => Add(DataType.Float, MemoryMarshal.AsBytes(values), shape);

    /// <summary>Adds constant numbers.</summary>
    public string Constant(ReadOnlySpan<long> values, params long[] shape) => Add(DataType.Int64, MemoryMarshal.AsBytes(values), shape);

    /// <summary>Adds constant numbers.</summary>
    public string Constant(ReadOnlySpan<int> values, params long[] shape) => Add(DataType.Int32, MemoryMarshal.AsBytes(values), shape);

    /// <summary>Adds constant numbers.</summary>
    public string Constant(ReadOnlySpan<sbyte> values, params long[] shape) => Add(DataType.Int8, MemoryMarshal.AsBytes(values), shape);

    /// <summary>Adds constant numbers.</summary>
    public string Constant(ReadOnlySpan<byte> values, params long[] shape) => Add(DataType.Uint8, values, shape);

    public static AttributeProto Integer(string name, long value) => new() { Name = name, Type = AttributeType.Int, I = value };

    public static AttributeProto Integers(string name, params long[] values) =>
        new() { Name = name, Type = AttributeType.Ints, Ints = { values } };

    public static AttributeProto Text(string name, string value) =>
        new() { Name = name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    private string Add(DataType type, ReadOnlySpan<byte> bytes, long[] shape)
    {
        var name = $"constant{graph.Initializer.Count}";
        graph.Initializer.Add(new TensorProto
        {
            Name = name, DataType = (int)type, Dims = { shape }, RawData = ByteString.CopyFrom(bytes),
        });
        return name;
    }

    private static ValueInfoProto Value(string name, int[] sizes)
    {
        var shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = "batch" } } };
        shape.Dim.AddRange(sizes.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)DataType.Float, Shape = shape } },
        };
    }
}
