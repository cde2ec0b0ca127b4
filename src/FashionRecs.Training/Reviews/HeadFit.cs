using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Reviews;

/// <summary>Heads as numbers: one weight vector and one bias per value.</summary>
/// <param name="Weights">(values × features), row by row.</param>
/// <param name="Biases">(values).</param>
internal sealed record Heads(float[] Weights, float[] Biases);

/// <summary>
/// Fits the linear heads to pooled features by sigmoid cross-entropy on logit ÷ temperature, held near the present heads by a penalty on
/// the squared distance (Chelba, Acero, "Adaptation of maximum entropy capitalizer: little data can help a lot", 2006). The trunk stays as
/// it is, so maps stay comparable.
/// </summary>
internal sealed class HeadFit(AttributeVocabulary vocabulary, IReadOnlyList<double> temperatures, HeadTuningOptions options)
{
    /// <summary>Fits all heads at once; the loss of one attribute does not depend on the others.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="start">The present heads.</param>
    /// <param name="anchors">The penalty of each attribute; infinite keeps its head.</param>
    public Heads Run(IReadOnlyList<TuningExample> examples, Heads start, IReadOnlyList<double> anchors)
    {
        using var scope = NewDisposeScope();
        int values = vocabulary.Values.Count, width = examples[0].Features.Length, count = examples.Count;
        var inputs = torch.tensor([.. examples.SelectMany(example => example.Features)], [count, width]);
        var (targets, mask) = Targets(examples);
        var first = torch.tensor(start.Weights, [values, width]);
        using var weights = new TorchSharp.Modules.Parameter(first.clone());
        using var biases = new TorchSharp.Modules.Parameter(torch.tensor(start.Biases));
        var temperature = torch.tensor([.. vocabulary.Values.Select(value => (float)temperatures[value.Attribute.Position])]);
        var penalty =
            torch.tensor([.. vocabulary.Values.Select(value => (float)Math.Min(anchors[value.Attribute.Position], 1e6))]).unsqueeze(1);
        var free = torch.tensor([.. vocabulary.Values.Select(value => double.IsInfinity(anchors[value.Attribute.Position]) ? 0f : 1f)]);
        using var adam = new AdamW([weights, biases]);
        for (var step = 0; step < options.Steps; step++)
        {
            using var once = NewDisposeScope();
            // Frozen heads take no part, gradient or not.
            var moved = first.add(weights.add(first, Scalars.MinusOne) * free.unsqueeze(1), Scalars.One);
            var logits = inputs.matmul(moved.t()).add(biases, Scalars.One) / temperature; // (pictures, values)
            var loss = (nn.functional.binary_cross_entropy_with_logits(logits, targets, reduction: nn.Reduction.None) * mask * free).sum()
                .add((moved.add(first, Scalars.MinusOne).square() * penalty).sum(), Scalars.One);
            loss.backward();
            adam.Step(options.LearningRate);
        }

        using var noGrad = no_grad();
        var final = first + ((weights - first) * free.unsqueeze(1));
        var finalBiases = torch.tensor(start.Biases) + ((biases - torch.tensor(start.Biases)) * free);
        return new Heads(final.contiguous().data<float>().ToArray(), finalBiases.data<float>().ToArray());
    }

    /// <summary>Calibrated probabilities (values) of one picture.</summary>
    public float[] Probabilities(float[] features, Heads heads) => [.. vocabulary.Values.Select(value =>
    {
        var logit = heads.Biases[value.Index] + System.Numerics.Tensors.TensorPrimitives.Dot(features,
            heads.Weights.AsSpan(value.Index * features.Length, features.Length));
        return 1 / (1 + MathF.Exp(-logit / (float)temperatures[value.Attribute.Position]));
    })];

    /// <summary>Targets and masks (pictures, values); the mask means over an attribute's values and the weights of its pictures.</summary>
    private (Tensor Targets, Tensor Mask) Targets(IReadOnlyList<TuningExample> examples)
    {
        var values = vocabulary.Values.Count;
        float[] targets = new float[examples.Count * values], mask = new float[examples.Count * values];
        foreach (var attribute in vocabulary.Attributes)
        {
            int[] labelled = [.. Enumerable.Range(0, examples.Count).Where(row => examples[row].Has(attribute))];
            var whole = labelled.Sum(row => examples[row].Weights[attribute.Position]);
            foreach (var row in labelled)
            {
                var example = examples[row];
                for (var value = attribute.Start; value < attribute.Start + attribute.Values.Count; value++)
                {
                    mask[(row * values) + value] = whole > 0 ? example.Weights[attribute.Position] / whole / attribute.Values.Count : 0;
                    targets[(row * values) + value] =
                        example.Letters[value] switch { LabelLetter.Yes => 1, LabelLetter.Maybe => 0.5f, _ => 0 };
                }
            }
        }

        return (torch.tensor(targets, [examples.Count, values]), torch.tensor(mask, [examples.Count, values]));
    }
}
