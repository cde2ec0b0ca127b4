using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Saliency;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Saliency;

public class ActivationMapsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Compute_EveryValue_EqualsGradCamByAutograd(int lastStride)
    {
        using var network = TinyNetwork.Create(seed: 3, lastStride);
        network.eval();
        using var scope = NewDisposeScope();
        var features = network.Features(randn(2, 3, 64, 48)).detach().requires_grad_(true);

        var maps = ActivationMaps.Compute(network, features);

        var logits = network.Classify(AttributeNetwork.Pool(features));
        foreach (var value in network.Vocabulary.Values)
        {
            var gradient = autograd.grad([logits.select(1, value.Index).sum()], [features], retain_graph: true)[0];
            // Selvaraju et al.: weights are the gradients meaned over positions; here they are equal at all of them.
            var expected = (gradient.mean([2, 3], keepdim: true) * features).sum(1);
            Assert.True(allclose(expected, maps.select(1, value.Index), rtol: 1e-4, atol: 1e-4), value.ToString());
        }
    }

    [Fact]
    public void Sum_Family_IsTheMapOfTheSummedHeadRowAndSumsToTheLogitsLessBiases()
    {
        using var network = TinyNetwork.Create(seed: 5);
        network.eval();
        using var scope = NewDisposeScope();
        var features = network.Features(randn(1, 3, 64, 48));
        var maps = ActivationMaps.Compute(network, features);
        ActivationMap[] read = [.. network.Vocabulary.Values.Select(value => new ActivationMap(
            maps[0, value.Index].contiguous().data<float>().ToArray(), (int)maps.shape[2], (int)maps.shape[3]))];
        var (logits, biases) = (network.Classify(AttributeNetwork.Pool(features)), network.HeadBiases());

        foreach (var family in network.Vocabulary.Attributes.SelectMany(attribute => attribute.Families))
        {
            var sum = SaliencyMap.Sum(read, family.Values).Values.ToArray();

            var rows = network.HeadWeights().index_select(0, tensor(family.Values.Select(value => (long)value.Index).ToArray()));
            var expected = ActivationMaps.Compute(rows.sum(0, keepdim: true), features).flatten().data<float>().ToArray();
            Assert.All(expected.Zip(sum), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
            var evidence = family.Values.Sum(value => logits[0, value.Index].item<float>() - biases[value.Index].item<float>());
            Assert.Equal(evidence, sum.Sum(), 1e-3f);
        }
    }

    [Fact]
    public void Compute_SumOverPositions_IsLogitMinusBias()
    {
        using var network = TinyNetwork.Create();
        network.eval();
        using var scope = NewDisposeScope();
        var pictures = randn(2, 3, 64, 48);

        var sums = ActivationMaps.Compute(network, network.Features(pictures)).sum([2, 3]) + network.HeadBiases();

        Assert.True(allclose(network.forward(pictures), sums, rtol: 1e-4, atol: 1e-4));
    }
}
