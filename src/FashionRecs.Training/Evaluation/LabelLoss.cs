using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Evaluation;

/// <summary>The loss of one attribute on one picture.</summary>
public static class LabelLoss
{
    /// <summary>Probabilities are kept this far from 0 and 1, so that one sure mistake stays finite.</summary>
    private const double Margin = 1e-6;

    /// <summary>Mean sigmoid cross-entropy over the attribute's values; a value that may be (<c>m</c>) counts half.</summary>
    /// <param name="attribute">The attribute; the picture must have a row for it.</param>
    /// <param name="letters">One per value of the vocabulary.</param>
    /// <param name="probabilities">One per value of the attribute.</param>
    public static double Of(GarmentAttribute attribute, ReadOnlySpan<LabelLetter> letters, ReadOnlySpan<float> probabilities)
    {
        var loss = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var target = letters[attribute.Start + i] switch { LabelLetter.Yes => 1, LabelLetter.Maybe => 0.5, _ => 0 };
            var p = Math.Clamp(probabilities[i], Margin, 1 - Margin);
            loss -= (target * Math.Log(p)) + ((1 - target) * Math.Log(1 - p));
        }

        return loss / probabilities.Length;
    }
}
