using FashionRecs.Tests;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Backbones;

public class FoldedNetworkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Classify_TrainedBatchNorm_GivesTheNetworksLogits(int lastStride)
    {
        using var network = TinyNetwork.Create(seed: 5, lastStride);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var (name, tensor) in NetworkState.Of(network))
        {
            // Batch norm as after training: every statistic and every factor its own.
            tensor.copy_(name.EndsWith("running_var", StringComparison.Ordinal) ? rand_like(tensor) + 0.5
                : tensor + (randn_like(tensor) * 0.2));
        }

        network.eval();
        var pictures = randn(2, 3, 64, 48);
        using var folded = new FoldedNetwork(network, Precision.Float32, CPU);

        var logits = folded.Classify(folded.Features(pictures));

        var plain = network.forward(pictures);
        // Measured by the largest logit: these weights make large ones, and the small beside them end in the same rounding.
        var (difference, size) = ((plain - logits).abs().max().item<float>(), plain.abs().max().item<float>());
        Assert.True(difference <= 1e-4f * (1 + size), $"{difference} of {size}");
    }

    [Fact]
    public void Project_BFloat16_TopValuesAgreeOnPhotographs()
    {
        const int count = 96;
        var photographs = DataFolder.TryFind("photos", "Images");
        Assert.SkipUnless(photographs is not null, $"Needs the data folder ({DataFolder.Variable}).");
        string[] files =
            [.. new[] { "hm", "street", "deepfashion",
            "cc0" }.SelectMany(source => FolderProjection.Files(Path.Combine(photographs, source)).Take(count / 4))];
        using var exact = ProjectionEngine.Load(precision: Precision.Float32);
        using var coarse = ProjectionEngine.Load(precision: Precision.BFloat16);
        using var renderer = new InputRenderer(exact.Weights.Input);
        PictureInput[] inputs = [.. files.Select(file => PictureInput.Create(PictureDecoder.ReadFile(file), renderer))];

        var pairs = exact.Project(inputs).Zip(coarse.Project(inputs))
            .SelectMany(pair => pair.First.Picture.Attributes.Zip(pair.Second.Picture.Attributes))
            .Where(pair => pair.First.Visible >= 0.5f).ToArray();

        Assert.True(pairs.Length > count, $"{pairs.Length} attributes are shown.");
        var agreeing = pairs.Count(pair => pair.First.Top == pair.Second.Top);
        Assert.True(agreeing >= 0.99 * pairs.Length, $"{agreeing} of {pairs.Length} top values agree.");
    }
}
