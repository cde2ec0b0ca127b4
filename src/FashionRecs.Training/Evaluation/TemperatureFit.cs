using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Evaluation;

/// <summary>
/// Temperature scaling (Guo et al. 2017): one number per attribute that makes probabilities honest and keeps their order.
/// </summary>
public static class TemperatureFit
{
    private const double Lowest = 0.3;
    private const double Highest = 4;
    private const int Steps = 60;

    /// <summary>
    /// The temperature in [0.3, 4] with the least sigmoid cross-entropy on labelled pictures, <c>m</c> as 0.5; 1 without any.
    /// </summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="pictures">Pictures that weights were not fitted on.</param>
    /// <param name="logits">Per picture one logit per value of the vocabulary.</param>
    public static double Fit(GarmentAttribute attribute, IReadOnlyList<LabelledPicture> pictures, IReadOnlyList<float[]> logits)
    {
        var pairs = new List<(double Logit, double Target)>();
        for (var i = 0; i < pictures.Count; i++)
        {
            foreach (var value in attribute.Values.Where(value => pictures[i].Letters[value.Index] != LabelLetter.Unknown))
            {
                pairs.Add((logits[i][value.Index],
                    pictures[i].Letters[value.Index] switch { LabelLetter.Yes => 1, LabelLetter.Maybe => 0.5, _ => 0 }));
            }
        }

        // The loss is convex in 1 ÷ temperature, so a fine grid of it cannot miss the minimum by more than a step.
        return pairs.Count == 0 ? 1 : Enumerable.Range(0, Steps + 1)
            .Select(step => Lowest * Math.Pow(Highest / Lowest, step / (double)Steps))
            .MinBy(temperature => pairs.Sum(pair => Softplus(pair.Logit / temperature) - (pair.Target * pair.Logit / temperature)));
    }

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
