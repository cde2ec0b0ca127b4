using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Evaluation;
using FashionRecs.Training.Optimization;

namespace FashionRecs.Training.Tests.Evaluation;

public class VisibilityBiasTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Coat = Vocabulary["coat_length"];

    [Fact]
    public void Fit_NetworkThatSaysNoneTooOften_MovesTheLineBetweenBothSides()
    {
        // Shown pictures have logits around 1, invisible ones around 4: all are called invisible.
        var random = new Random(1);
        LabelledPicture[] pictures = [.. Enumerable.Range(0, 300).Select(i => Labelled(i, shown: i < 30))];
        float[][] logits = [.. Enumerable.Range(0, 300).Select(i => Row((i < 30 ? 1 : 4) + random.NextSingle() - 0.5f))];

        var shift = VisibilityBias.Fit(Coat, pictures, logits);

        Assert.InRange(shift, -3, -2);
        Assert.Equal(1, Balanced(pictures, logits, shift));
        Assert.Equal(0.5, Balanced(pictures, logits, 0));
    }

    [Fact]
    public void Fit_TooFewPicturesOfOneSide_LeavesTheLine()
    {
        LabelledPicture[] pictures = [.. Enumerable.Range(0, 50).Select(i => Labelled(i, shown: i < 5))];

        Assert.Equal(0, VisibilityBias.Fit(Coat, pictures, [.. pictures.Select(_ => Row(3))]));
    }

    private static double? Balanced(LabelledPicture[] pictures, float[][] logits, double shift) => AttributeScore.Measure(
        Coat, pictures,
        [.. logits.Select(row => row.Select(logit => 1 / (1 + MathF.Exp(-(logit + (float)shift)))).ToArray())]).ShownBalancedAccuracy;

    private static float[] Row(float logit) => [.. Enumerable.Repeat(logit, Vocabulary.Values.Count)];

    private static LabelledPicture Labelled(int row, bool shown)
    {
        var letters = new LabelLetter[Vocabulary.Values.Count];
        Array.Fill(letters, LabelLetter.No, Coat.Start, Coat.Values.Count);
        letters[Coat.Start + (shown ? 1 : 0)] = LabelLetter.Yes;
        return new LabelledPicture($"{row}", $"{row}", letters);
    }
}
