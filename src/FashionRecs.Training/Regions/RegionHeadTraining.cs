using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Regions;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Regions;

/// <summary>
/// Fits a <see cref="RegionHead"/> on frozen features: per picture, attribute and answer the mean cross-entropy of its known cells plus the
/// soft Dice loss (Milletari et al., "V-Net", 2016), which does not care how small a part is. Adam with decoupled decay along a cosine.
/// </summary>
internal static class RegionHeadTraining
{
    /// <summary>Trains a head.</summary>
    /// <param name="head">The head; trained in place.</param>
    /// <param name="examples">Features and targets.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told the number of each epoch, from 1, and its mean loss.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static void Run(RegionHead head, RegionExamples examples, RegionHeadOptions options, Action<int, double>? progress,
        CancellationToken cancellation)
    {
        head.train();
        using var optimizer = new AdamW(head.parameters(), options.Decay);
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, examples.Count).Select(at => (long)at).ToArray();
        var (step, steps) = (0, options.Epochs * (int)Math.Ceiling(examples.Count / (double)options.Batch));
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            random.Shuffle(order);
            var (sum, count) = (0.0, 0);
            foreach (var batch in order.Chunk(options.Batch))
            {
                cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                var chosen = torch.tensor(batch);
                var loss = Loss(
                    head.forward(examples.Last.index_select(0, chosen).to_type(ScalarType.Float32),
                        examples.Fine.index_select(0, chosen).to_type(ScalarType.Float32)),
                    examples.Targets.index_select(0, chosen));
                loss.backward();
                optimizer.Step(options.Rate * 0.5 * (1 + Math.Cos(Math.PI * step++ / steps)));
                (sum, count) = (sum + loss.item<float>(), count + 1);
            }

            progress?.Invoke(epoch, sum / count);
        }

        head.eval();
    }

    /// <summary>Logits and targets (batch, answers, rows, columns) → a scalar.</summary>
    private static Tensor Loss(Tensor logits, Tensor targets)
    {
        var known = targets.ne(RegionTargets.Unknown).to_type(ScalarType.Float32).flatten(2);
        var wanted = targets.eq(1).to_type(ScalarType.Float32).flatten(2);
        var flat = logits.flatten(2);
        var cells = known.sum(2);                                                                        // (batch, answers)
        var asked = cells.gt(0).to_type(ScalarType.Float32);
        var entropy = (nn.functional.binary_cross_entropy_with_logits(flat, wanted, reduction: nn.Reduction.None) * known).sum(
            2) / cells.clamp_min(1);
        var said = flat.sigmoid() * known;
        var dice = 1 - (((2 * (said * wanted).sum(2)) + 1) / (said.sum(2) + wanted.sum(2) + 1));
        return ((entropy + dice) * asked).sum() / asked.sum().clamp_min(1);
    }
}
