using FashionRecs.Cli.StartWeights;
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
        float[] weights = [.. Enumerable.Range(0, Filters * 3 * 49).Select(_ => random.NextSingle() - 0.5f)], means = [5, -7], variances = [30_000, 90_000];
        var graph = new GraphProto();
        Add(graph, "w", weights, Filters, 3, 7, 7);
        Add(graph, "gamma", [1, 2], Filters);
        Add(graph, "beta", [3, 4], Filters);
        Add(graph, "mean", means, Filters);
        Add(graph, "variance", variances, Filters);
        graph.Node.Add(new NodeProto { OpType = "Conv", Input = { "picture", "w" }, Output = { "c" } });
        graph.Node.Add(new NodeProto { OpType = "BatchNormalization", Input = { "c", "gamma", "beta", "mean", "variance" }, Output = { "n" } });

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
                    after += made["conv1.weight"].Values[(((filter * 3) + channel) * 49) + i] * PixelNormalization.Normalize(channel, pixel);
                }
            }

            Assert.Equal((before - means[filter]) / Math.Sqrt(variances[filter]), (after - made["bn1.running_mean"].Values[filter]) / Math.Sqrt(made["bn1.running_var"].Values[filter]), 1e-4);
            Assert.True(made["bn1.running_var"].Values[filter] < 100); // fits into float16
        }
    }

    [Fact]
    public void Convert_ConvolutionWithoutNorm_SaysWhich()
    {
        var graph = new GraphProto();
        Add(graph, "lonely", new float[Filters * 3 * 49], Filters, 3, 7, 7);
        graph.Node.Add(new NodeProto { OpType = "Conv", Input = { "picture", "lonely" }, Output = { "c" } });

        Assert.Contains("'lonely'", Assert.Throws<InvalidDataException>(() => OnnxResNet18.Convert(graph, Mean)).Message);
    }

    private static void Add(GraphProto graph, string name, float[] values, params long[] shape) =>
        graph.Initializer.Add(new TensorProto { Name = name, DataType = (int)TensorProto.Types.DataType.Float, Dims = { shape }, FloatData = { values } });
}
