using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Distillation;

/// <summary>
/// A linear read-out of frozen features: logistic regression per value with the attribute loss, by Adam on whole passes over tables.
/// </summary>
public sealed class LinearProbe : IDisposable
{
    private const int Batch = 256;
    private const int Passes = 24;
    private const double LearningRate = 1e-3;

    /// <summary>Pulls weights to zero (decoupled, Loshchilov and Hutter 2019).</summary>
    private const double WeightDecay = 0.01;

    private readonly TorchSharp.Modules.Linear linear;
    private readonly Tensor mean;
    private readonly Tensor deviation;

    private LinearProbe(TorchSharp.Modules.Linear linear, Tensor mean, Tensor deviation) =>
        (this.linear, this.mean, this.deviation) = (linear, mean, deviation);

    /// <summary>Fits a read-out.</summary>
    /// <param name="vocabulary">Gives the outputs.</param>
    /// <param name="features">(pictures, features).</param>
    /// <param name="pictures">Labels of the rows.</param>
    /// <param name="options">Balance, shares, rule for "may be" and seed of the loss.</param>
    public static LinearProbe Fit(AttributeVocabulary vocabulary, Tensor features, IReadOnlyList<LabelledPicture> pictures,
        TrainingOptions options)
    {
        var mean = features.mean([0], keepdim: true).DetachFromDisposeScope();
        var deviation = (features.std(0, unbiased: true, keepdim: true) + 1e-3).DetachFromDisposeScope();
        var linear = nn.Linear(features.shape[1], vocabulary.Values.Count);
        nn.init.zeros_(linear.weight);
        nn.init.zeros_(linear.bias);
        using var optimizer = new AdamW(linear.parameters(), WeightDecay);
        var loss = new AttributeLoss(vocabulary, [new TrainingSet(pictures)], options);
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, pictures.Count).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var rows in order.Chunk(Batch))
            {
                using var scope = NewDisposeScope();
                var picked = features.index_select(0, torch.tensor(rows.Select(row => (long)row).ToArray()));
                picked = picked.add(mean, Scalars.MinusOne) / deviation;
                loss.Compute(linear.forward(picked),
                    new TrainingBatch(rows.Length, [], [.. rows.Select(row => pictures[row].Letters)], random.Next())).backward();
                optimizer.Step(LearningRate);
            }
        }

        return new LinearProbe(linear, mean, deviation);
    }

    /// <summary>(pictures, features) → probabilities (pictures, values).</summary>
    public Tensor Predict(Tensor features)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return linear.forward((features - mean) / deviation).sigmoid().MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        linear.Dispose();
        mean.Dispose();
        deviation.Dispose();
    }
}
