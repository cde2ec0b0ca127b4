using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Hashing;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Reviews;

/// <summary>
/// Tunes the heads of the network on reviewed tags in minutes on a CPU: every picture passes the trunk once, then only linear heads are
/// fitted.
/// </summary>
public sealed class HeadTuning(AttributeVocabulary vocabulary, HeadTuningOptions options)
{
    /// <summary>Tunes a weights file and measures it on held-out reviews.</summary>
    /// <param name="weights">The file to start from.</param>
    /// <param name="reviewed">Reviewed pictures.</param>
    /// <param name="output">Where the tuned weights are written, as a weights file.</param>
    /// <param name="progress">Told how many pictures have passed the trunk.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>One entry per attribute, in the vocabulary's order.</returns>
    /// <exception cref="InvalidDataException">There are too few reviews to learn anything.</exception>
    public async Task<IReadOnlyList<TunedAttribute>> RunAsync(
        string weights, IReadOnlyList<ReviewedPicture> reviewed, Stream output, Action<int>? progress = null,
        CancellationToken cancellation = default)
    {
        TorchRuntime.EnsureLoaded();
        if (vocabulary.Attributes.All(attribute => reviewed.Count(one => one.Weights[attribute.Position] >= 1
            && IsLabelled(attribute, one.Picture.Letters)) < options.LeastReviews))
        {
            throw new InvalidDataException(
                $"There are too few reviews: no attribute has {options.LeastReviews} products that somebody looked at.");
        }

        var (network, file) = AttributeNetworkFile.Load(weights, vocabulary);
        using (network)
        {
            var features = await Prediction.ReadAsync(
                // (pictures, features)
                [.. reviewed.Select(one => one.Picture)], file.Input, batch => AttributeNetwork.Pool(network.Features(batch)), progress,
                cancellation);
            var present = Read(network);
            var fit = new HeadFit(vocabulary, file.Temperatures, options);
            TuningExample[] all = [.. reviewed.Select((one, at) =>
                new TuningExample(one.Picture.Image, features[at], one.Picture.Letters, one.Weights))];
            var learned = all.Where(one => !IsHeldOut(one.Id)).ToArray();
            var heldOut = all.Where(one => IsHeldOut(one.Id)).ToArray();
            var open = vocabulary.Attributes.Where(attribute =>
                all.Count(one => one.Measures(attribute)) >= options.LeastReviews).ToArray();
            var anchors = learned.Length == 0 ? [.. vocabulary.Attributes.Select(_ => double.PositiveInfinity)]
                : Choose(fit, open, learned, present);
            cancellation.ThrowIfCancellationRequested();
            var tuned = learned.Length == 0 ? present : fit.Run(learned, present, anchors);
            Write(network, tuned);
            file.Save(output, NetworkState.Save(NetworkState.Of(network)), vocabulary, half: true);
            return [.. vocabulary.Attributes.Select(attribute =>
                Compare(attribute, fit, present, tuned, learned, heldOut, anchors[attribute.Position]))];
        }
    }

    /// <summary>Whether a product belongs to the held-out part; it always does or never, however many reviews there are.</summary>
    public bool IsHeldOut(string product) => Fnv1A32.Hash($"held-out:{options.Seed}:{product}") % 1000 < options.HeldOut * 1000;

    /// <summary>
    /// Per attribute the penalty of least loss on a quarter of the learned part, which is then given back; infinite where the present head
    /// does best. A penalty that answers fewer pictures of that quarter right is out: most reviews confirm what the network said, and
    /// probabilities that fit them better must not cost answers. So is one whose gain is within one standard error (Breiman et al.,
    /// Classification and Regression Trees, 1984): few pictures prove little.
    /// </summary>
    private double[] Choose(HeadFit fit, GarmentAttribute[] open, TuningExample[] learned, Heads present)
    {
        var inner = learned.ToLookup(one => Fnv1A32.Hash($"inner:{options.Seed}:{one.Id}") % 4 == 0);
        var (train, check) = (inner[false].ToArray(), inner[true].ToArray());
        var before = vocabulary.Attributes.Select(attribute => MeasuredHead.Of(attribute, fit, present, check)).ToArray();
        var best = Array.ConvertAll(before, measured => (Anchor: double.PositiveInfinity, measured.Loss));
        open = Array.FindAll(open, attribute => before[attribute.Position].Count >= options.LeastChecked);
        foreach (var anchor in train.Length == 0 ? [] : options.Anchors)
        {
            var heads = fit.Run(train, present, [.. vocabulary.Attributes.Select(_ => anchor)]);
            foreach (var attribute in open)
            {
                var after = MeasuredHead.Of(attribute, fit, heads, check);
                if (after.Right >= before[attribute.Position].Right && after.Loss < best[attribute.Position].Loss
                    && after.IsSurelyBetterThan(before[attribute.Position]))
                {
                    best[attribute.Position] = (anchor, after.Loss);
                }
            }
        }

        return Array.ConvertAll(best, one => one.Anchor);
    }

    private TunedAttribute Compare(
        GarmentAttribute attribute, HeadFit fit, Heads before, Heads after, TuningExample[] learned, TuningExample[] heldOut, double anchor)
    {
        var was = MeasuredHead.Of(attribute, fit, before, heldOut);
        var now = MeasuredHead.Of(attribute, fit, after, heldOut);
        return new TunedAttribute(
            attribute.Code, learned.Count(one => one.Has(attribute)), was.Count, double.IsInfinity(anchor) ? null : anchor,
            ShareInterval.Of(was.Right, was.Count), ShareInterval.Of(now.Right, now.Count), now.Against(was), was.Loss, now.Loss,
            now.LossAgainst(was, options.Seed));
    }

    internal static Heads Read(AttributeNetwork network)
    {
        using var scope = NewDisposeScope();
        return new Heads(network.HeadWeights().detach().contiguous().data<float>().ToArray(),
            network.HeadBiases().detach().data<float>().ToArray());
    }

    private void Write(AttributeNetwork network, Heads heads)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var (state, width) = (NetworkState.Of(network), network.Shape.Features);
        foreach (var attribute in vocabulary.Attributes)
        {
            var count = attribute.Values.Count;
            state[$"heads.{attribute.Code}.weight"].copy_(
                torch.tensor(heads.Weights.AsSpan(attribute.Start * width, count * width).ToArray(), [count, width]));
            state[$"heads.{attribute.Code}.bias"].copy_(torch.tensor(heads.Biases.AsSpan(attribute.Start, count).ToArray()));
        }
    }

    private static bool IsLabelled(GarmentAttribute attribute, LabelLetter[] letters) =>
        letters.AsSpan(attribute.Start, attribute.Values.Count).Contains(LabelLetter.Yes);
}
