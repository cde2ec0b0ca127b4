using FashionRecs.Cli.StartWeights;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using Onnx;

namespace FashionRecs.Cli.Tests.Commands;

public class OnnxResNet18Tests
{
    private const int Filters = 2;
    private static readonly float[] Mean = [123, 116, 103]; // red, green, blue

    [Fact]
    public void Convert_FirstLayer_SaysTheSameOfAPicture()
    {
        var random = new Random(1);
        float[] weights = [.. Enumerable.Range(0, Filters * 3 * 49).Select(_ => random.NextSingle() - 0.5f)], means = [5, -7],
        variances = [30_000, 90_000];
        var graph = new GraphProto();
        Add(graph, "w", weights, Filters, 3, 7, 7);
        Add(graph, "gamma", [1, 2], Filters);
        Add(graph, "beta", [3, 4], Filters);
        Add(graph, "mean", means, Filters);
        Add(graph, "variance", variances, Filters);
        graph.Node.Add(new NodeProto { OpType = "Conv", Input = { "picture", "w" }, Output = { "c" } });
        graph.Node.Add(
            new NodeProto { OpType = "BatchNormalization", Input = { "c", "gamma", "beta", "mean", "variance" }, Output = { "n" } });

        var made = OnnxResNet18.Convert(graph, Mean);

        byte[] pixels = [.. Enumerable.Range(0, 3 * 49).Select(_ => (byte)random.Next(256))]; // red, green, blue planes
        for (var filter = 0; filter < Filters; filter++)
        {
            double before = 0, after = 0;
            for (var channel = 0; channel < 3; channel++)
            {
                for (var i = 0; i < 49; i++)
                {
                    var pixel = pixels[(channel * 49) + i];
                    before += weights[(((filter * 3) + 2 - channel) * 49) + i] * (pixel - Mean[channel]);
                    after += made["conv1.weight"].Values[(((filter * 3) + channel) * 49) + i] * PixelNormalization.Normalize(channel,
                        pixel);
                }
            }

            Assert.Equal((before - means[filter]) / Math.Sqrt(variances[filter]),
                (after - made["bn1.running_mean"].Values[filter]) / Math.Sqrt(made["bn1.running_var"].Values[filter]), 1e-4);
            Assert.True(made["bn1.running_var"].Values[filter] < 100); // fits into float16
        }
    }

    [Fact]
    public void Convert_WholeNetworkWithAThirdBlock_NamesEveryLayerAndLeavesTheBlockOut()
    {
        var graph = new GraphProto();
        var plan = new ResNet18().Plan(Filters).Convolutions.ToArray();
        var last = plan[^1]; // layer4.1.conv2, of the shape of both convolutions of a third block
        foreach (var (layer, number) in plan.Append(last).Append(last).Select((layer, number) => (layer, number)))
        {
            AddLayer(graph, number, layer);
        }

        var made = OnnxResNet18.Convert(graph, Mean);

        Assert.Equal(plan.Length * 5, made.Count);
        for (var number = 0; number < plan.Length; number++)
        {
            // The variance says which layer of the graph a tensor comes from; the first layer's is scaled.
            var layer = plan[number];
            Assert.True(number == 0 || made[$"{layer.Norm}.running_var"].Values.All(value => value == number), layer.Norm);
            Assert.Equal([layer.Outputs, layer.Inputs, layer.Kernel, layer.Kernel], made[$"{layer.Convolution}.weight"].Shape);
        }
    }

    [Fact]
    public void Convert_ConvolutionOfAnotherNetwork_SaysWhich()
    {
        var graph = new GraphProto();
        AddLayer(graph, 0, new ResNet18().Plan(Filters).Stem);
        AddLayer(graph, 1, new ConvolutionPlan("", "", Filters, Filters, Kernel: 5, Stride: 1));

        var message = Assert.Throws<InvalidDataException>(() => OnnxResNet18.Convert(graph, Mean)).Message;

        Assert.Equal("The graph has a convolution [2, 2, 5, 5], which ResNet18 does not have.", message);
    }

    [Fact]
    public void Convert_ConvolutionWithoutNorm_SaysWhich()
    {
        var graph = new GraphProto();
        Add(graph, "lonely", new float[Filters * 3 * 49], Filters, 3, 7, 7);
        graph.Node.Add(new NodeProto { OpType = "Conv", Input = { "picture", "lonely" }, Output = { "c" } });

        Assert.Contains("'lonely'", Assert.Throws<InvalidDataException>(() => OnnxResNet18.Convert(graph, Mean)).Message);
    }

    private static void AddLayer(GraphProto graph, int number, ConvolutionPlan layer)
    {
        var weights = new float[layer.Outputs * layer.Inputs * layer.Kernel * layer.Kernel];
        Add(graph, $"w{number}", weights, layer.Outputs, layer.Inputs, layer.Kernel, layer.Kernel);
        foreach (var part in new[] { "gamma", "beta", "mean", "variance" })
        {
            Add(graph, $"{part}{number}", [.. Enumerable.Repeat((float)number, layer.Outputs)], layer.Outputs);
        }

        graph.Node.Add(new NodeProto { OpType = "Conv", Input = { $"in{number}", $"w{number}" }, Output = { $"c{number}" } });
        graph.Node.Add(new NodeProto
        {
            OpType = "BatchNormalization",
            Input = { $"c{number}", $"gamma{number}", $"beta{number}", $"mean{number}", $"variance{number}" },
            Output = { $"n{number}" },
        });
    }

    private static void Add(GraphProto graph, string name, float[] values, params long[] shape) =>
        graph.Initializer.Add(
            new TensorProto { Name = name, DataType = (int)TensorProto.Types.DataType.Float, Dims = { shape }, FloatData = { values } });
}
