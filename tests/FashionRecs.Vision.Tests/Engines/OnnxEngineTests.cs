using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Tests.Engines;

public class OnnxEngineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Project_Float32_GivesTorchsLogitsAndMaps(int lastStride)
    {
        using var network = new Int8Network(lastStride);
        using var torch = ProjectionEngine.Load(network.Path, precision: Precision.Float32);
        using var onnx = network.Engine(EngineOption.Onnx);
        var inputs = Int8Network.Inputs();

        Assert.All(torch.Project(inputs).Zip(onnx.Project(inputs)), pair =>
        {
            var near = 10 * Rounding(pair.First.Logits);
            Assert.All(pair.First.Logits.Zip(pair.Second.Logits), logits => Assert.Equal(logits.First, logits.Second, near));
            Assert.All(pair.First.Maps.Zip(pair.Second.Maps), maps =>
            {
                Assert.Equal((maps.First.Rows, maps.First.Columns), (maps.Second.Rows, maps.Second.Columns));
                Assert.All(maps.First.Values.ToArray().Zip(maps.Second.Values.ToArray()), at => Assert.Equal(at.First, at.Second, near));
            });
        });
    }

    [Fact]
    public void Project_ShippedWeightsInFloat32_GivesTorchsReadingsAndRegions()
    {
        using var torch = ProjectionEngine.Load(precision: Precision.Float32);
        using var onnx = ProjectionEngine.Load(engine: EngineOption.Onnx);
        using var renderer = new Vision.Imaging.InputRenderer(torch.Weights.Input);
        PictureInput[] inputs = [PictureInput.Create(Pictures.Corner(300, 400), renderer)];

        var (exact, other) = (torch.Project(inputs)[0], onnx.Project(inputs)[0]);

        Assert.All(exact.Logits.Zip(other.Logits), logits => Assert.Equal(logits.First, logits.Second, 1e-3));
        Assert.Equal(exact.Attention.Count, other.Attention.Count);
        Assert.All(exact.Attention.Zip(other.Attention), pair =>
        {
            Assert.Equal((pair.First.Rows, pair.First.Columns), (pair.Second.Rows, pair.Second.Columns));
            Assert.All(pair.First.Around.ToArray().Zip(pair.Second.Around.ToArray()), at => Assert.Equal(at.First, at.Second, 1e-2));
            Assert.All(pair.First.Part.ToArray().Zip(pair.Second.Part.ToArray()), at => Assert.Equal(at.First, at.Second, 1e-2));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Project_Int8_AgreesWithFloat32(int lastStride)
    {
        SkipWithoutVnni();
        using var network = new Int8Network(lastStride);
        using var exact = network.Engine(EngineOption.Onnx);
        using var int8 = network.Engine(EngineOption.Int8);

        var inputs = Int8Network.Inputs();
        var (expected, got) = (exact.Logits([.. inputs.Select(input => input.Pixels)]),
            int8.Logits([.. inputs.Select(input => input.Pixels)]));

        // The pictures differ among each other; int8 has to differ from float32 by much less.
        var values = expected[0].Length;
        var spread = Enumerable.Range(0, values).Average(value => Deviation([.. expected.Select(logits => logits[value])]));
        var error = Math.Sqrt(expected.Zip(got).SelectMany(pair => pair.First.Zip(pair.Second, (a, b) => Math.Pow(a - b, 2))).Average());
        Assert.InRange(error, 1e-9, 0.35 * spread);
    }

    [Fact]
    public void Project_Int8_MapsSumToTheLogits()
    {
        SkipWithoutVnni();
        using var network = new Int8Network();
        using var engine = network.Engine(EngineOption.Int8);

        Assert.All(engine.Project(Int8Network.Inputs()), mapped => Assert.All(mapped.Maps.Index(), map => Assert.Equal(
            mapped.Logits[map.Index], map.Item.Values.ToArray().Sum() + engine.Biases[map.Index], Rounding(mapped.Logits))));
    }

    [Fact]
    public void Project_Int8_IsTheSameAloneAndInABatch()
    {
        SkipWithoutVnni();
        using var network = new Int8Network();
        using var engine = network.Engine(EngineOption.Int8);
        var inputs = Int8Network.Inputs();

        var together = engine.Project(inputs);

        Assert.All(inputs.Zip(together), pair => Assert.All(
            engine.Project([pair.First])[0].Logits.Zip(pair.Second.Logits),
            logits => Assert.Equal(logits.First, logits.Second, Rounding(pair.Second.Logits))));
    }

    [Fact]
    public async Task RunAsync_Int8WithFeatures_MapsAreTheHeadsOnThem()
    {
        SkipWithoutVnni();
        using var network = new Int8Network();
        using var engine = network.Engine(EngineOption.Int8);
        var workers = new ProjectionWorkers(engine) { Grid = new PoolGrid(1, 1), Batch = 5, Threads = 2 };

        var read = await workers.RunAsync(Int8Network.Pictures.Count, at => Int8Network.Pictures[at]).ToListAsync();

        var heads = ProjectionEngine.Source(network.Path, null, null).Network;
        Assert.All(read, one =>
        {
            var mean = one.Result!.Features!.Mean;
            for (var value = 0; value < one.Result.Logits.Count; value++)
            {
                var sum = mean.Select((feature, at) => feature * heads.HeadWeights[(value * heads.Features) + at]).Sum();
                Assert.Equal(one.Result.Logits[value], sum + heads.HeadBiases[value], Rounding(one.Result.Logits));
            }
        });
    }

    [Fact]
    public void Classify_Int8_GivesTheLogitsOfTheMaps()
    {
        SkipWithoutVnni();
        using var network = new Int8Network();
        using var engine = network.Engine(EngineOption.Int8);
        var inputs = Int8Network.Inputs();

        var alone = engine.Logits([.. inputs.Select(input => input.Pixels)]);

        Assert.All(engine.Project(inputs).Zip(alone), pair =>
            Assert.All(pair.First.Logits.Zip(pair.Second), logits => Assert.Equal(logits.First, logits.Second, Rounding(pair.Second))));
    }

    /// <summary>What sums of float32 in another order may differ by.</summary>
    private static double Rounding(IReadOnlyList<float> logits) => 1e-5 * logits.Max(logit => Math.Abs(logit));

    private static void SkipWithoutVnni() =>
        Assert.SkipUnless(ProcessorInstructions.HasVnni, "int8 needs a processor with VNNI instructions.");

    private static double Deviation(float[] numbers)
    {
        var mean = numbers.Average();
        return Math.Sqrt(numbers.Average(number => Math.Pow(number - mean, 2)));
    }
}
