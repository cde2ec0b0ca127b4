using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Hashing;
using FashionRecs.Domain.Reviews;
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
    /// <param name="pictures">Reviewed pictures; attributes nobody reviewed are unknown in their letters.
    /// <see cref="LabelledPicture.Image"/> is the product's id.</param>
    /// <param name="output">Where the tuned weights are written, as a weights file.</param>
    /// <param name="progress">Told how many pictures have passed the trunk.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>One entry per attribute, in the vocabulary's order.</returns>
    /// <exception cref="InvalidDataException">There are too few reviews to learn anything.</exception>
    public async Task<IReadOnlyList<TunedAttribute>> RunAsync(
        string weights, IReadOnlyList<LabelledPicture> pictures, Stream output, Action<int>? progress = null,
        CancellationToken cancellation = default)
    {
        TorchRuntime.EnsureLoaded();
        var parts = pictures.ToLookup(picture => IsHeldOut(picture.Image));
        if (vocabulary.Attributes.All(attribute => parts[false]
            .Count(picture => IsLabelled(attribute, picture.Letters)) < options.LeastPictures))
        {
            throw new InvalidDataException(
                $"There are too few reviews: no attribute has {options.LeastPictures} reviewed products to learn from.");
        }

        var (network, file) = AttributeNetworkFile.Load(weights, vocabulary);
        using (network)
        {
            var features = await Prediction.ReadAsync(
                // (pictures, features)
                pictures, file.Input, batch => AttributeNetwork.Pool(network.Features(batch)), progress, cancellation);
            var present = Read(network);
            var fit = new HeadFit(vocabulary, file.Temperatures, options);
            (float[] Features, LabelLetter[] Letters, string Id)[] all =
                [.. pictures.Select((picture, at) => (features[at], picture.Letters, picture.Image))];
            var learned = all.Where(one => !IsHeldOut(one.Id)).ToArray();
            var heldOut = all.Where(one => IsHeldOut(one.Id)).ToArray();
            var anchors = Choose(fit, learned, present);
            var tuned = fit.Run([.. learned.Select(one => one.Features)], [.. learned.Select(one => one.Letters)], present, anchors);
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
    private double[] Choose(HeadFit fit, (float[] Features, LabelLetter[] Letters, string Id)[] learned, Heads present)
    {
        var inner = learned.ToLookup(one => Fnv1A32.Hash($"inner:{options.Seed}:{one.Id}") % 4 == 0);
        var (train, check) = (inner[false].ToArray(), inner[true].ToArray());
        var before = vocabulary.Attributes.Select(attribute => Measure(attribute, fit, present, check)).ToArray();
        var best = Array.ConvertAll(before, measured => (Anchor: double.PositiveInfinity, measured.Loss));
        GarmentAttribute[] open = [.. vocabulary.Attributes.Where(attribute =>
            learned.Count(one => IsLabelled(attribute, one.Letters)) >= options.LeastPictures
                && before[attribute.Position].Count >= options.LeastChecked)];
        foreach (var anchor in train.Length == 0 ? [] : options.Anchors)
        {
            var heads = fit.Run([.. train.Select(one => one.Features)], [.. train.Select(one => one.Letters)], present,
                [.. vocabulary.Attributes.Select(_ => anchor)]);
            foreach (var attribute in open)
            {
                var after = Measure(attribute, fit, heads, check);
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
        GarmentAttribute attribute, HeadFit fit, Heads before, Heads after,
        (float[] Features, LabelLetter[] Letters, string Id)[] learned, (float[] Features, LabelLetter[] Letters, string Id)[] heldOut,
        double anchor)
    {
        var (was, now) = (Measure(attribute, fit, before, heldOut), Measure(attribute, fit, after, heldOut));
        return new TunedAttribute(
            attribute.Code, learned.Count(one => IsLabelled(attribute, one.Letters)), was.Count, double.IsInfinity(anchor) ? null : anchor,
            ShareInterval.Of(was.Right, was.Count), ShareInterval.Of(now.Right, now.Count), was.Loss, now.Loss);
    }

    private static Measured Measure(GarmentAttribute attribute, HeadFit fit, Heads heads,
        (float[] Features, LabelLetter[] Letters, string Id)[] cases)
    {
        var measured = cases.Where(one => IsLabelled(attribute, one.Letters)).Select(one =>
        {
            var said = fit.Probabilities(one.Features, heads).AsSpan(attribute.Start, attribute.Values.Count).ToArray();
            var loss = attribute.Values.Average(value =>
            {
                var p = Math.Clamp(said[value.Position], 1e-6, 1 - 1e-6);
                var target = one.Letters[value.Index] switch { LabelLetter.Yes => 1, LabelLetter.Maybe => 0.5, _ => 0 };
                return -((target * Math.Log(p)) + ((1 - target) * Math.Log(1 - p)));
            });
            return (IsRight: one.Letters[NetworkAnswer.Of(attribute, said).Index] == LabelLetter.Yes, Loss: loss);
        }).ToArray();
        return new Measured(measured.Count(one => one.IsRight), Array.ConvertAll(measured, one => one.Loss));
    }

    private static Heads Read(AttributeNetwork network)
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

    /// <summary>One attribute on its labelled pictures.</summary>
    /// <param name="Right">How many are answered right.</param>
    /// <param name="Losses">The sigmoid cross-entropy of each.</param>
    private sealed record Measured(int Right, double[] Losses)
    {
        public int Count => Losses.Length;

        /// <summary>The mean; NaN without any.</summary>
        public double Loss { get; } = Losses.Length == 0 ? double.NaN : Losses.Average();

        /// <summary>Whether the loss on the same pictures is less by more than the standard error of the paired differences.</summary>
        public bool IsSurelyBetterThan(Measured other)
        {
            double[] differences = [.. Losses.Zip(other.Losses, (now, was) => now - was)];
            var mean = differences.Average();
            return mean < -Math.Sqrt(
                differences.Sum(difference => (difference - mean) * (difference - mean)) / Math.Max(1,
                differences.Length - 1) / differences.Length);
        }
    }
}
