using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Beliefs;

/// <summary>
/// Turns the network's 54 separate answers into one calibrated distribution per attribute. The network answers each value as a question of
/// its own, so that two necklines can both get 80 %; here x = the logits of its answers, clipped to ±8, and P = softmax(W x + b) over the
/// values of an attribute, "not shown" among them (matrix scaling, Guo et al., "On calibration of modern neural networks", 2017, with
/// weights shrunk towards scaling each value's own logit, and where it helps the logits of other attributes: trousers that are seen speak
/// against a skirt). W is fitted on photographs that the network was not trained on. Immutable, thread-safe.
/// </summary>
public sealed class BeliefModel
{
    /// <summary>Logits are clipped to ± this, so that a single certain answer cannot outvote all others.</summary>
    public const float Clip = 8;

    /// <summary>Weight of a value's own logit where nothing was fitted: the network is a little too sure.</summary>
    public const float Untrained = 0.7f;

    private readonly AttributeVocabulary vocabulary;
    private readonly IReadOnlyList<AttributeBeliefWeights> attributes;

    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="attributes">The weights per attribute, in the vocabulary's order.</param>
    /// <exception cref="ArgumentException">The shapes do not fit the vocabulary.</exception>
    public BeliefModel(AttributeVocabulary vocabulary, IReadOnlyList<AttributeBeliefWeights> attributes)
    {
        if (attributes.Count != vocabulary.Attributes.Count
            || attributes.Where((weights, at) => weights.Weights.Count != vocabulary.Attributes[at].Values.Count
                || weights.Weights.Any(row => row.Length != weights.Inputs.Count + 1)
                || weights.Inputs.Any(input => input < 0 || input >= vocabulary.Values.Count)).Any())
        {
            throw new ArgumentException($"The weights of beliefs do not fit the vocabulary '{vocabulary.Name}'.");
        }

        (this.vocabulary, this.attributes) = (vocabulary, attributes);
    }

    /// <summary>Beliefs of weights that nothing was fitted for: each value's own logit counts <see cref="Untrained"/>.</summary>
    public static BeliefModel Plain(AttributeVocabulary vocabulary) =>
        new(vocabulary, [.. vocabulary.Attributes.Select(attribute => new AttributeBeliefWeights(
        [.. attribute.Values.Select(value => value.Index)],
        [.. attribute.Values.Select(value => attribute.Values.Select(other => other == value ? Untrained : 0).Append(0).ToArray())]))]);

    /// <summary>The belief in one attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="probabilities">What the network said of every value of the vocabulary, each in [0, 1]; NaN where it said nothing, which
    /// counts as a logit of 0.</param>
    public AttributeBelief Read(GarmentAttribute attribute, ReadOnlySpan<float> probabilities)
    {
        if (probabilities.Length != vocabulary.Values.Count)
        {
            throw new ArgumentException($"A belief needs {vocabulary.Values.Count} probabilities, not {probabilities.Length}.");
        }

        var weights = attributes[attribute.Position];
        var scores = new double[attribute.Values.Count];
        for (var value = 0; value < scores.Length; value++)
        {
            var row = weights.Weights[value];
            scores[value] = row[^1];
            for (var input = 0; input < weights.Inputs.Count; input++)
            {
                scores[value] += row[input] * Logit(probabilities[weights.Inputs[input]]);
            }
        }

        var most = scores.Max();
        double[] shares = [.. scores.Select(score => Math.Exp(score - most))];
        var whole = shares.Sum();
        return new AttributeBelief(attribute, [.. shares.Select(share => (float)(share / whole))]);
    }

    /// <summary>The logit of a probability, clipped to ± <see cref="Clip"/>; 0 for NaN.</summary>
    public static double Logit(float probability) => float.IsNaN(probability)
        ? 0
        : Math.Clamp(Math.Log(Math.Max(probability, 1e-6) / Math.Max(1 - probability, 1e-6)), -Clip, Clip);
}
