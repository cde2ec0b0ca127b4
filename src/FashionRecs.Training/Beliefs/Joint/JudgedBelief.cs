using FashionRecs.Domain.Beliefs;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>The likeliest value of one labelled attribute of a picture, "not shown" among them, beside its label.</summary>
/// <param name="Top">Index of the likeliest value among all values.</param>
/// <param name="Yes">Index of the value labelled <c>y</c>.</param>
/// <param name="IsRight">Whether the label of the likeliest value is <c>y</c> or <c>m</c>.</param>
/// <param name="Probability">Of the likeliest value.</param>
/// <param name="Loss">−ln of the probability of the value labelled <c>y</c>, in nats.</param>
internal readonly record struct JudgedBelief(int Top, int Yes, bool IsRight, double Probability, double Loss)
{
    private const double Least = 1e-6;

    /// <summary>Judges a belief; null where the picture has no <c>y</c> for the attribute.</summary>
    public static JudgedBelief? Of(AttributeBelief belief, LabelLetter[] letters)
    {
        var attribute = belief.Attribute;
        var yes = letters.AsSpan(attribute.Start, attribute.Values.Count).IndexOf(LabelLetter.Yes);
        if (yes < 0)
        {
            return null;
        }

        var top = attribute.Values.MaxBy(value => belief[value])!;
        return new JudgedBelief(top.Index, attribute.Start + yes, letters[top.Index] >= LabelLetter.Maybe, belief[top],
            -Math.Log(Math.Max(belief.Probabilities[yes], Least)));
    }
}
