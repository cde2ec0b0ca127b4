using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Reviews;

/// <summary>One attribute's head on pictures whose attribute somebody looked at.</summary>
/// <param name="Answers">Whether each picture is answered right.</param>
/// <param name="Losses">The sigmoid cross-entropy of each, in nats.</param>
internal sealed record MeasuredHead(bool[] Answers, double[] Losses)
{
    /// <summary>Pictures.</summary>
    public int Count => Answers.Length;

    /// <summary>How many are answered right.</summary>
    public int Right => Answers.Count(isRight => isRight);

    /// <summary>The mean loss; NaN without any.</summary>
    public double Loss { get; } = Losses.Length == 0 ? double.NaN : Losses.Average();

    /// <summary>Measures.</summary>
    public static MeasuredHead Of(GarmentAttribute attribute, HeadFit fit, Heads heads, IEnumerable<TuningExample> cases)
    {
        var measured = cases.Where(one => one.Measures(attribute)).Select(one =>
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
        return new MeasuredHead(Array.ConvertAll(measured, one => one.IsRight), Array.ConvertAll(measured, one => one.Loss));
    }

    /// <summary>How the share of right answers differs from another head's on the same pictures.</summary>
    public PairedDifference Against(MeasuredHead before)
    {
        var pairs = Answers.Zip(before.Answers).ToArray();
        return PairedDifference.Of(pairs.Count(pair => pair is (true, false)), pairs.Count(pair => pair is (false, true)), Count);
    }

    /// <summary>How the loss differs from another head's on the same pictures, with a bootstrap interval.</summary>
    public BootstrapInterval LossAgainst(MeasuredHead before, int seed) =>
        BootstrapInterval.Of([.. Losses.Zip(before.Losses, (now, was) => now - was)], seed);

    /// <summary>Whether the loss on the same pictures is less by more than the standard error of the paired differences.</summary>
    public bool IsSurelyBetterThan(MeasuredHead other)
    {
        double[] differences = [.. Losses.Zip(other.Losses, (now, was) => now - was)];
        var mean = differences.Average();
        return mean < -Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean))
            / Math.Max(1, differences.Length - 1) / differences.Length);
    }
}
