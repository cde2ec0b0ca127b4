using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Optimization;

/// <summary>
/// The loss over labelled attributes only: sigmoid cross-entropy per value, meaned over an attribute's values, plus a share of softmax
/// cross-entropy on the <c>y</c> value, weighted by how rare that value is, plus the ordinal loss of lengths; summed over attributes and
/// meaned over pictures.
/// </summary>
internal sealed class AttributeLoss
{
    private const double LargestWeight = 6;
    private readonly AttributeVocabulary vocabulary;
    private readonly TrainingOptions options;
    private readonly float[] weights; // one per value

    public AttributeLoss(AttributeVocabulary vocabulary, IReadOnlyList<TrainingSet> sets, TrainingOptions options)
    {
        (this.vocabulary, this.options) = (vocabulary, options);
        weights = Weigh(vocabulary, sets, options.Balance);
    }

    /// <summary>Logits (batch, values) and letters → a scalar.</summary>
    public Tensor Compute(Tensor logits, TrainingBatch batch)
    {
        using var scope = NewDisposeScope();
        var values = vocabulary.Values.Count;
        float[] targets = new float[batch.Count * values], masks = new float[batch.Count * values],
        chosen = new float[batch.Count * values];
        var random = new Random(batch.Seed);
        for (var i = 0; i < batch.Count; i++)
        {
            Fill(batch.Letters[i], random, i * values, targets, masks, chosen);
            if (batch.Teacher[i] is { } teacher)
            {
                Teach(teacher, i * values, targets, masks, chosen);
            }
        }

        long[] shape = [batch.Count, values];
        var mask = torch.tensor(masks, shape);
        var sigmoid =
            (nn.functional.binary_cross_entropy_with_logits(logits, torch.tensor(targets, shape),
            reduction: nn.Reduction.None) * mask).sum();
        var chosenTensor = torch.tensor(chosen, shape);
        var softmax = zeros(1);
        foreach (var attribute in vocabulary.Attributes)
        {
            var logProbabilities = nn.functional.log_softmax(logits.narrow(1, attribute.Start, attribute.Values.Count), 1);
            softmax = softmax.add((logProbabilities * chosenTensor.narrow(1, attribute.Start, attribute.Values.Count)).sum(),
                Scalars.MinusOne);
        }

        // see Scalars
        using Scalar sigmoidShare = 1 - options.SoftmaxShare, softmaxShare = options.SoftmaxShare, ordinalShare = options.OrdinalShare,
        perPicture = 1.0 / batch.Count;
        var mixed = (sigmoid * sigmoidShare).add(softmax * softmaxShare, Scalars.One);
        foreach (var length in vocabulary.Attributes.Where(attribute => attribute.IsLength && options.OrdinalShare > 0))
        {
            mixed = mixed.add(OrdinalLoss.Compute(length, logits, batch.Letters) * ordinalShare, Scalars.One);
        }

        return (mixed * perPicture).sum().MoveToOuterDisposeScope();
    }

    private void Fill(LabelLetter[] letters, Random random, int offset, float[] targets, float[] masks, float[] chosen)
    {
        foreach (var attribute in vocabulary.Attributes)
        {
            var yes = Array.IndexOf(letters, LabelLetter.Yes, attribute.Start, attribute.Values.Count);
            if (yes < 0)
            {
                continue;
            }

            var weight = weights[yes];
            chosen[offset + yes] = weight;
            for (var i = attribute.Start; i < attribute.Start + attribute.Values.Count; i++)
            {
                masks[offset + i] = weight / attribute.Values.Count;
                targets[offset + i] = letters[i] switch
                {
                    LabelLetter.Yes => 1,
                    LabelLetter.Maybe when options.Maybe == MaybeRule.Redraw => random.Next(2),
                    LabelLetter.Maybe when options.Maybe == MaybeRule.Soft => 0.5f,
                    _ => 0,
                };
                if (letters[i] == LabelLetter.Maybe && options.Maybe == MaybeRule.Ignore)
                {
                    masks[offset + i] = 0;
                }
            }
        }
    }

    /// <summary>Moves targets towards the teacher; masks and chosen keep the sums that the labels gave them.</summary>
    private void Teach(float[] teacher, int offset, float[] targets, float[] masks, float[] chosen)
    {
        var share = (float)options.TeacherShare;
        foreach (var attribute in vocabulary.Attributes)
        {
            var own = offset + attribute.Start;
            var total = 1e-6f;
            var labelled = 0f;
            for (var i = 0; i < attribute.Values.Count; i++)
            {
                total += teacher[attribute.Start + i];
                labelled += chosen[own + i];
            }

            for (var i = 0; i < attribute.Values.Count; i++)
            {
                var said = teacher[attribute.Start + i];
                var (keep, weight) = labelled > 0 ? (1 - share, labelled) : (0, share);
                targets[own + i] = labelled > 0 ? (keep * targets[own + i]) + (share * said) : said;
                masks[own + i] = labelled > 0 ? masks[own + i] : share / attribute.Values.Count;
                chosen[own + i] = (keep * chosen[own + i]) + ((labelled > 0 ? share : 1) * weight * said / total);
            }
        }
    }

    private static float[] Weigh(AttributeVocabulary vocabulary, IReadOnlyList<TrainingSet> sets, double exponent)
    {
        var counts = new double[vocabulary.Values.Count]; // of an epoch
        foreach (var (set, picture) in sets.SelectMany(set => set.Pictures.Select(picture => (set, picture))))
        {
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] += picture.Letters[i] == LabelLetter.Yes ? set.Weight : 0;
            }
        }

        var weights = new float[counts.Length];
        foreach (var attribute in vocabulary.Attributes)
        {
            var present = attribute.Values.Where(value => counts[value.Index] > 0).ToArray();
            var mean = present.Length == 0 ? 0 : present.Average(value => counts[value.Index]);
            var raw = attribute.Values.Select(value => counts[value.Index] == 0 ? 1
                : Math.Min(LargestWeight, Math.Pow(mean / counts[value.Index], exponent))).ToArray();
            // The mean weight of a labelled picture stays 1, so that balancing does not change the learning rate.
            var total = attribute.Values.Sum(value => counts[value.Index]);
            var scale = total == 0 ? 1 : attribute.Values.Sum(value => counts[value.Index] * raw[value.Position]) / total;
            foreach (var value in attribute.Values)
            {
                weights[value.Index] = (float)(raw[value.Position] / scale);
            }
        }

        return weights;
    }
}
