using FashionRecs.Domain.Statistics;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Engines;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Faithfulness;

/// <summary>
/// The sanity check of Adebayo et al., "Sanity Checks for Saliency Maps" (2018): from the heads towards the picture, more and more layers
/// lose what they learnt, and the rank correlation of the maps with those of the trained network must fall towards zero. A map that stays
/// draws edges, not reasons.
/// </summary>
public static class RandomizationCheck
{
    /// <summary>Mean rank correlation of maps after each further stage is randomized, from the heads on.</summary>
    /// <param name="engine">The trained network.</param>
    /// <param name="cases">Pictures with readings; the maps of their top values are compared.</param>
    /// <param name="seed">Of the randomization and the intervals.</param>
    public static IReadOnlyList<(string Down, BootstrapInterval Correlation)> Run(ProjectionEngine engine,
        IReadOnlyList<FaithfulnessCase> cases, int seed)
    {
        var results = new List<(string, BootstrapInterval)>();
        string[] names;
        var stages = 0;
        do
        {
            var depth = ++stages;
            names = [];
            using var randomized = ChangedNetwork.Load(engine.WeightsPath, engine.Vocabulary, engine.Weights.Input, network =>
            {
                names = [.. network.Stages.Select(stage => stage.Name).Reverse()];
                Randomize(network, depth, seed);
            });
            var correlations = new List<double>();
            foreach (var one in cases)
            {
                var maps = randomized.Project([new PictureInput(one.Occlusion.Pixels, one.Mapped.Letterbox)])[0].Maps;
                correlations.AddRange(one.Shown.Select(reading => RankCorrelation(
                    one.Mapped.Maps[reading.Top.Index].Values.Span, maps[reading.Top.Index].Values.Span)));
            }

            results.Add((names[stages - 1], BootstrapInterval.Of(correlations, seed)));
        }
        while (stages < names.Length);

        return results;
    }

    /// <summary>Shuffles the numbers of every learnt tensor in the last stages: their distribution stays, what they know goes.</summary>
    internal static void Randomize(AttributeNetwork network, int stages, int seed)
    {
        using var noGrad = no_grad();
        var random = new Random(seed);
        foreach (var parameter in network.Stages.Reverse().Take(stages).SelectMany(stage => stage.Module.parameters()))
        {
            using var scope = NewDisposeScope();
            var values = parameter.detach().cpu().contiguous().data<float>().ToArray();
            random.Shuffle(values);
            parameter.copy_(torch.tensor(values, parameter.shape));
        }
    }

    /// <summary>Spearman's rank correlation in [−1, 1]; ties in the order of their places.</summary>
    internal static double RankCorrelation(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (ranksA, ranksB, n) = (Ranks(a), Ranks(b), a.Length);
        var squares = 0.0;
        for (var i = 0; i < n; i++)
        {
            squares += Math.Pow(ranksA[i] - ranksB[i], 2);
        }

        return 1 - (6 * squares / (n * ((double)n * n - 1)));
    }

    private static int[] Ranks(ReadOnlySpan<float> values)
    {
        var (keys, places, ranks) = (values.ToArray(), Enumerable.Range(0, values.Length).ToArray(), new int[values.Length]);
        Array.Sort(keys, places);
        for (var rank = 0; rank < places.Length; rank++)
        {
            ranks[places[rank]] = rank;
        }

        return ranks;
    }
}
