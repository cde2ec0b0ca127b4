using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// Squared earth mover's distance between the predicted and the stated order of a length (Hou, Yu and Samaras, "Squared Earth Mover's
/// Distance-based Loss for Training Deep Neural Networks", 2016): an ankle-length skirt called midi costs less than one called short. The
/// vocabulary lists visible lengths from short to long, after Invisible.
/// </summary>
internal static class OrdinalLoss
{
    private const float MaybeWeight = 0.5f;

    /// <summary>Sum over pictures that show the attribute; a scalar, in units of (steps × probability)².</summary>
    /// <param name="attribute">A length.</param>
    /// <param name="logits">(batch, values of the vocabulary).</param>
    /// <param name="letters">Letters per picture.</param>
    public static Tensor Compute(GarmentAttribute attribute, Tensor logits, LabelLetter[][] letters)
    {
        using var scope = NewDisposeScope();
        var visible = attribute.Values.Count - 1;
        float[] targets = new float[letters.Length * visible], shown = new float[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            var stated = letters[i].AsSpan(attribute.Start + 1, visible);
            if (!stated.Contains(LabelLetter.Yes))
            {
                continue;
            }

            shown[i] = 1;
            var total = 0f;
            for (var value = 0; value < visible; value++)
            {
                total += targets[(i * visible) + value] =
                    stated[value] switch { LabelLetter.Yes => 1, LabelLetter.Maybe => MaybeWeight, _ => 0 };
            }

            for (var value = 0; value < visible; value++)
            {
                targets[(i * visible) + value] /= total;
            }
        }

        var predicted = nn.functional.softmax(logits.narrow(1, attribute.Start + 1, visible), 1).cumsum(1);
        var difference = predicted.add(torch.tensor(targets, [letters.Length, visible]).cumsum(1), Scalars.MinusOne);
        return (difference.square().sum(1) * torch.tensor(shown)).sum().MoveToOuterDisposeScope();
    }
}
