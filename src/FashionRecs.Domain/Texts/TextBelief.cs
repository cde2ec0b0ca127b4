using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Texts;

/// <summary>
/// Joins what a picture shows and what the product's text says of one attribute into one distribution over its values.
/// <para>
/// Picture: p over all values, m = p(invisible) the chance that it does not show the attribute, q = p / (1 − m) what it shows otherwise.
/// Text: it names the set S and is right with probability r, as measured; before text and picture S is as likely as its share b = |S| / n
/// of the n visible values. Bayes turns that into the likelihood ratio λ = r / (1 − r) · (1 − b) / b of "in S" to "outside S", taken as
/// independent of the picture given the truth. Where the attribute is shown, q is weighed by λ inside S; where it is not, the text alone
/// decides: S holds with probability r, shared evenly, and the rest stays "not shown". With w(v) = λ inside S and 1 outside, Z₁ = Σ
/// q(v)·w(v) and Z₀ = b·λ + 1 − b, the chance that the picture shows it becomes s = (1 − m)·Z₁ / ((1 − m)·Z₁ + m·Z₀), and posterior(v) =
/// s·q(v)·w(v) / Z₁ + (1 − s)·r / |S| · [v ∈ S], posterior(invisible) = (1 − s)·(1 − r).
/// </para>
/// Pure, immutable and safe to share between threads.
/// </summary>
public sealed class TextBelief(IReadOnlyDictionary<string, double> reliability, TextBeliefOptions? options = null)
{
    private readonly TextBeliefOptions options = options ?? new();

    /// <summary>How often a text that says something of the attribute is right, in (0, 1).</summary>
    public double ReliabilityOf(GarmentAttribute attribute) => reliability.GetValueOrDefault(attribute.Code, options.Reliability);

    /// <summary>The joined distribution, in the order of the attribute's values; sums to 1.</summary>
    /// <param name="picture">The picture's distribution over all values of the attribute, the invisible one included; sums to 1.</param>
    /// <param name="text">What the text says.</param>
    /// <exception cref="ArgumentException">The distribution has another length than the attribute has values, or is none.</exception>
    public float[] Combine(IReadOnlyList<float> picture, TextReading text)
    {
        var parts = Parts(picture, text);
        var posterior = new float[picture.Count];
        foreach (var value in text.Attribute.Values)
        {
            posterior[value.Position] = (float)(parts.Picture[value.Position] + parts.Text[value.Position]);
        }

        return posterior;
    }

    /// <summary>
    /// Whether a value's share of the joined distribution rests more on the text than on the picture; such a value has no region and may
    /// only be said as what the description says.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="Combine"/>.</exception>
    public bool RestsOnText(IReadOnlyList<float> picture, TextReading text, AttributeValue value)
    {
        var parts = Parts(picture, text);
        return parts.Text[value.Position] > parts.Picture[value.Position];
    }

    /// <summary>
    /// Whether the picture is sure of something else than the text says: the visible values outside what the text names, and outside the
    /// families of what it names, together reach <see cref="TextBeliefOptions.ContradictionThreshold"/>. A picture that does not show the
    /// attribute contradicts nothing.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="Combine"/>.</exception>
    public bool Contradicts(IReadOnlyList<float> picture, TextReading text)
    {
        Require(picture, text);
        var outside = text.Attribute.VisibleValues
            .Where(value => !text.Values.Any(said => said == value || (said.Family is { } family && family == value.Family)));
        return outside.Sum(value => (double)picture[value.Position]) >= options.ContradictionThreshold;
    }

    private (double[] Picture, double[] Text) Parts(IReadOnlyList<float> picture, TextReading text)
    {
        Require(picture, text);
        var r = ReliabilityOf(text.Attribute);
        var b = (double)text.Values.Count / (text.Attribute.Values.Count - 1);
        var ratio = r / (1 - r) * (1 - b) / b;
        var hidden = text.Attribute.Invisible;
        var seen = text.Attribute.Values.Select(value => value.IsInvisible ? 0 : picture[value.Position] * (text.Allows(value) ? ratio : 1))
            .ToArray();
        var unseen = picture[hidden.Position] * ((b * ratio) + 1 - b);
        var total = seen.Sum() + unseen;
        if (total <= 0)
        {
            return (seen, [.. text.Attribute.Values.Select(value => SaidOf(value, 1))]);
        }

        return ([.. seen.Select(weight => weight / total)], [.. text.Attribute.Values.Select(value => SaidOf(value, unseen / total))]);

        double SaidOf(AttributeValue value, double share) =>
            share * (value == hidden ? 1 - r : text.Allows(value) ? r / text.Values.Count : 0);
    }

    private static void Require(IReadOnlyList<float> picture, TextReading text)
    {
        if (picture.Count != text.Attribute.Values.Count || picture.Any(share => !(share >= 0)) || Math.Abs(picture.Sum() - 1) > .01f)
        {
            throw new ArgumentException(
                $"A distribution over '{text.Attribute.Code}' has {text.Attribute.Values.Count} shares from 0 on that sum to 1.",
                nameof(picture));
        }
    }
}
