using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Throughput;

/// <summary>Grad-CAM (Selvaraju et al. 2017) by automatic differentiation, the way to compare with.</summary>
internal static class GradCam
{
    /// <summary>A forward and a full backward pass per attribute.</summary>
    public static void PassPerAttribute(AttributeNetwork network, float[] pixels, InputSize input)
    {
        foreach (var attribute in network.Vocabulary.Attributes)
        {
            using var scope = NewDisposeScope();
            network.zero_grad();
            var features = network.Features(Picture(pixels, input));
            features.retain_grad();
            var logits = network.Classify(AttributeNetwork.Pool(features));
            Top(logits, attribute).backward();
            Map(features, features.grad!);
        }
    }

    /// <summary>One forward pass, and a backward pass per attribute from its logit to the feature map.</summary>
    public static void SharedForward(AttributeNetwork network, float[] pixels, InputSize input)
    {
        using var scope = NewDisposeScope();
        Tensor features;
        using (no_grad())
        {
            features = network.Features(Picture(pixels, input));
        }

        features.requires_grad_(true);
        var logits = network.Classify(AttributeNetwork.Pool(features));
        foreach (var attribute in network.Vocabulary.Attributes)
        {
            Map(features, autograd.grad([Top(logits, attribute)], [features], retain_graph: true)[0]);
        }
    }

    private static Tensor Picture(float[] pixels, InputSize input) =>
        torch.tensor(pixels, [1, input.Height, input.Width, 3]).permute(0, 3, 1, 2);

    private static Tensor Top(Tensor logits, GarmentAttribute attribute)
    {
        var own = logits[0].narrow(0, attribute.Start, attribute.Values.Count);
        return own.max();
    }

    private static float[] Map(Tensor features, Tensor gradient)
    {
        using var noGrad = no_grad();
        using var map = (gradient.mean([2, 3], keepdim: true) * features).sum(1).relu();
        return map.data<float>().ToArray();
    }
}
