using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Evaluation;

/// <summary>
/// A number added to the bias of an attribute's Invisible logit, so that the line between shown and not shown (1 − P(Invisible) ≥ 0.5)
/// makes both mistakes equally rare. Training sees few coats and many pictures without one, and so learns to say "none" too often.
/// </summary>
public static class VisibilityBias
{
    private const double Limit = 3;
    private const double Step = 0.05;

    /// <summary>Width, in logits, over which a picture near the line counts in part; a count of few pictures would jump.</summary>
    private const double Softness = 0.5;

    /// <summary>Least pictures of each side that allow a choice.</summary>
    private const int Least = 10;

    /// <summary>
    /// The shift in [−3, 3] logits with the best mean of both rates, softly counted; 0 where a side has fewer than ten pictures.
    /// </summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="pictures">Pictures that weights were not fitted on.</param>
    /// <param name="logits">Per picture one logit per value of the vocabulary.</param>
    public static double Fit(GarmentAttribute attribute, IReadOnlyList<LabelledPicture> pictures, IReadOnlyList<float[]> logits)
    {
        List<float> shown = [], invisible = [];
        for (var i = 0; i < pictures.Count; i++)
        {
            var letters = pictures[i].Letters.AsSpan(attribute.Start, attribute.Values.Count);
            if (letters.Contains(LabelLetter.Yes))
            {
                (letters[attribute.Invisible.Position] == LabelLetter.Yes ? invisible : shown).Add(logits[i][attribute.Invisible.Index]);
            }
        }

        return shown.Count < Least || invisible.Count < Least ? 0 : Enumerable.Range(0, (int)(2 * Limit / Step) + 1)
            .Select(step => (step * Step) - Limit)
            .MaxBy(shift =>
                invisible.Average(logit =>
                Sigmoid((logit + shift) / Softness)) + shown.Average(logit => Sigmoid(-(logit + shift) / Softness)));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
