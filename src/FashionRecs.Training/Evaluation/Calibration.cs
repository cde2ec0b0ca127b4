using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using static TorchSharp.torch;

namespace FashionRecs.Training.Evaluation;

/// <summary>Fits what a trained network needs to be read by people: the line between shown and not shown, then temperatures.</summary>
public static class Calibration
{
    /// <summary>
    /// Moves the network's Invisible biases and the given logits alike, and returns the weights' record with new temperatures.
    /// </summary>
    /// <param name="network">Changed in place.</param>
    /// <param name="made">What the weights said of themselves.</param>
    /// <param name="pictures">Pictures that weights were not fitted on.</param>
    /// <param name="logits">Per picture one logit per value of the vocabulary; changed in place.</param>
    public static AttributeModelFile Fit(AttributeNetwork network, AttributeModelFile made, IReadOnlyList<LabelledPicture> pictures,
        IReadOnlyList<float[]> logits)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var attribute in network.Vocabulary.Attributes)
        {
            var shift = (float)VisibilityBias.Fit(attribute, pictures, logits);
            network.HeadBias(attribute)[attribute.Invisible.Position] += shift;
            foreach (var row in logits)
            {
                row[attribute.Invisible.Index] += shift;
            }
        }

        return made with { Temperatures =
            [.. network.Vocabulary.Attributes.Select(attribute => TemperatureFit.Fit(attribute, pictures, logits))] };
    }
}
