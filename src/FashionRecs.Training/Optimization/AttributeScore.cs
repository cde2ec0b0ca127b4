using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Optimization;

/// <summary>Measures of one attribute on labelled pictures. Rates are in [0, 1]; null where no picture allows them.</summary>
/// <param name="Attribute">The attribute's code.</param>
/// <param name="Labelled">Pictures with a row for the attribute.</param>
/// <param name="Shown">Those whose <c>y</c> is a visible value.</param>
/// <param name="Loss">Mean sigmoid cross-entropy over values and pictures, <c>m</c> as 0.5.</param>
/// <param name="TopYes">Share of shown pictures whose top visible value is <c>y</c>.</param>
/// <param name="TopYesOrMaybe">Share of shown pictures whose top visible value is <c>y</c> or <c>m</c>.</param>
/// <param name="ShownBalancedAccuracy">Mean of the rates at which shown and invisible are told, at 1 − P(Invisible) ≥ 0.5.</param>
/// <param name="PrecisionAt60">Share of outputs of at least 0.6 that are <c>y</c> or <c>m</c>.</param>
public sealed record AttributeScore(
    string Attribute, int Labelled, int Shown, double? Loss, double? TopYes, double? TopYesOrMaybe, double? ShownBalancedAccuracy,
    double? PrecisionAt60)
{
    /// <summary>Measures one attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="pictures">Pictures with their letters.</param>
    /// <param name="probabilities">Per picture one probability per value of the vocabulary.</param>
    public static AttributeScore Measure(GarmentAttribute attribute, IReadOnlyList<LabelledPicture> pictures,
        IReadOnlyList<float[]> probabilities)
    {
        int labelled = 0, shown = 0, shownTold = 0, invisibleTold = 0, topYes = 0, topMaybe = 0, confident = 0, confidentRight = 0;
        var loss = 0.0;
        for (var i = 0; i < pictures.Count; i++)
        {
            var letters = pictures[i].Letters.AsSpan(attribute.Start, attribute.Values.Count);
            var outputs = probabilities[i].AsSpan(attribute.Start, attribute.Values.Count);
            if (!letters.Contains(LabelLetter.Yes))
            {
                continue;
            }

            labelled++;
            var top = -1;
            for (var value = 0; value < outputs.Length; value++)
            {
                var target = letters[value] switch { LabelLetter.Yes => 1, LabelLetter.Maybe => 0.5, _ => 0 };
                var p = Math.Clamp(outputs[value], 1e-6, 1 - 1e-6);
                loss -= ((target * Math.Log(p)) + ((1 - target) * Math.Log(1 - p))) / outputs.Length;
                confident += outputs[value] >= 0.6f ? 1 : 0;
                confidentRight += outputs[value] >= 0.6f && target > 0 ? 1 : 0;
                if (value != attribute.Invisible.Position && (top < 0 || outputs[value] > outputs[top]))
                {
                    top = value;
                }
            }

            var saysShown = 1 - outputs[attribute.Invisible.Position] >= Visibility.Shown;
            if (letters[attribute.Invisible.Position] == LabelLetter.Yes)
            {
                invisibleTold += saysShown ? 0 : 1;
                continue;
            }

            shown++;
            shownTold += saysShown ? 1 : 0;
            topYes += letters[top] == LabelLetter.Yes ? 1 : 0;
            topMaybe += letters[top] >= LabelLetter.Maybe ? 1 : 0;
        }

        var invisible = labelled - shown;
        return new AttributeScore(
            attribute.Code, labelled, shown, Ratio(loss, labelled), Ratio(topYes, shown), Ratio(topMaybe, shown),
            shown > 0 && invisible > 0 ? (((double)shownTold / shown) + ((double)invisibleTold / invisible)) / 2 : null,
            Ratio(confidentRight, confident));
    }

    private static double? Ratio(double part, int whole) => whole > 0 ? part / whole : null;
}
