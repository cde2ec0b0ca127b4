using FashionRecs.Core.Attributes;
using FashionRecs.Vision.Datasets;

namespace FashionRecs.Vision.Training;

/// <summary>
/// How much a picture counts by how rare its value is: a value with n pictures gets (mean n ÷ n)^exponent, at most 6, scaled so that a labelled picture has
/// weight 1 on the mean. Values can be counted within each source of pictures: where one shop calls most necklines V and another most of them round, a
/// network can answer by recognizing the shop, and so learns little of necklines.
/// </summary>
internal sealed class ValueWeights
{
    private const double LargestWeight = 6;
    private readonly Dictionary<string, float[]> perSource = new(StringComparer.Ordinal);
    private readonly bool bySource;

    /// <summary>Counts the values of what an epoch sees.</summary>
    /// <param name="vocabulary">The values.</param>
    /// <param name="sets">Pictures, and how often an epoch sees them.</param>
    /// <param name="exponent">In [0, 1]; 0 weighs all alike.</param>
    /// <param name="bySource">Count within each <see cref="LabelledPicture.Source"/>.</param>
    public ValueWeights(AttributeVocabulary vocabulary, IReadOnlyList<TrainingSet> sets, double exponent, bool bySource)
    {
        this.bySource = bySource;
        foreach (var source in sets.SelectMany(set => set.Pictures.Select(picture => (set.Weight, picture))).GroupBy(item => Key(item.picture.Source), StringComparer.Ordinal))
        {
            var counts = new double[vocabulary.Values.Count];
            foreach (var (weight, picture) in source)
            {
                for (var i = 0; i < counts.Length; i++)
                {
                    counts[i] += picture.Letters[i] == LabelLetter.Yes ? weight : 0;
                }
            }

            perSource[source.Key] = Weigh(vocabulary, counts, exponent);
        }
    }

    /// <summary>The weight of a picture per value that it shows, (values).</summary>
    public float[] Of(string source) => perSource[Key(source)];

    private string Key(string source) => bySource ? source : "";

    private static float[] Weigh(AttributeVocabulary vocabulary, double[] counts, double exponent)
    {
        var weights = new float[counts.Length];
        foreach (var attribute in vocabulary.Attributes)
        {
            var present = attribute.Values.Where(value => counts[value.Index] > 0).ToArray();
            var mean = present.Length == 0 ? 0 : present.Average(value => counts[value.Index]);
            var raw = attribute.Values.Select(value => counts[value.Index] == 0 ? 1 : Math.Min(LargestWeight, Math.Pow(mean / counts[value.Index], exponent))).ToArray();
            // The mean weight of a labelled picture stays 1, so that balancing does not change the learning rate.
            var total = attribute.Values.Sum(value => counts[value.Index]);
            var scale = total == 0 ? 1 : attribute.Values.Sum(value => counts[value.Index] * raw[value.Position]) / total;
            foreach (var value in attribute.Values)
            {
                weights[value.Index] = (float)(raw[value.Position] / scale);
            }
        }

        return weights;
    }
}
