using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Beliefs;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Tests.Beliefs;

/// <summary>Made-up pictures whose truth is drawn from known probabilities, read by a network that is twice too sure.</summary>
internal static class LabelledCases
{
    public static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    /// <summary>
    /// Scores are standard normal times <paramref name="spread"/>; truth is drawn from their softmax, and the network's logits are twice
    /// the scores.
    /// </summary>
    public static (BeliefCase Case, double[] Truth)[] Overconfident(GarmentAttribute attribute, int count, int seed = 1,
        double spread = 1.5)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double[] scores = [.. attribute.Values.Select(_ => spread * Normal(random))];
            var truth = Softmax(scores);
            return (Case($"{i}.jpg", attribute, Draw(truth, random), [.. scores.Select(score => (float)(1 / (1 + Math.Exp(-2 * score))))]),
                truth);
        })];
    }

    /// <summary>A picture with one labelled attribute; the network says .5 of all others.</summary>
    public static BeliefCase Case(string name, GarmentAttribute attribute, int yes, float[] said, int? maybe = null)
    {
        var letters = new LabelLetter[Vocabulary.Values.Count];
        Array.Fill(letters, LabelLetter.No, attribute.Start, attribute.Values.Count);
        letters[attribute.Start + yes] = LabelLetter.Yes;
        if (maybe is { } other)
        {
            letters[attribute.Start + other] = LabelLetter.Maybe;
        }

        var probabilities = new float[Vocabulary.Values.Count];
        Array.Fill(probabilities, 0.5f);
        said.CopyTo(probabilities, attribute.Start);
        return new BeliefCase(name, "made", probabilities, letters);
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Softmax(double[] scores)
    {
        var whole = scores.Sum(Math.Exp);
        return Array.ConvertAll(scores, score => Math.Exp(score) / whole);
    }

    private static int Draw(double[] probabilities, Random random)
    {
        var left = random.NextDouble();
        for (var i = 0; i < probabilities.Length; i++)
        {
            left -= probabilities[i];
            if (left < 0)
            {
                return i;
            }
        }

        return probabilities.Length - 1;
    }
}
