using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Evaluation;

namespace FashionRecs.Training.Tests.Evaluation;

public class SourceEvaluationTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Collar = Vocabulary["collar_design"];

    [Fact]
    public void Measure_TwoSources_CountsEachByItself()
    {
        LabelledPicture[] pictures =
        [
            Row("Images/street/1.jpg", "nymnn"), Row("Images/street/2.jpg", "nymnn"), Row("Images/street/3.jpg", "ynnnn"),
            Row("Images/flat/1.jpg", "nnnny"), Row("Images/flat/2.jpg", null),
        ];
        float[][] said = [Said(.1f, .9f, .2f), Said(.8f, .1f, .6f), Said(.3f, .4f, .2f), Said(.1f, .9f, .2f), Said(.1f, .9f, .2f)];

        var sources = SourceEvaluation.Measure(Vocabulary, pictures, said, seed: 1);

        Assert.Equal(["flat", "street"], sources.Select(source => source.Source));
        Assert.Equal((1, 1, 0), (sources[0].Pictures, sources[0].Shown, sources[0].Invisible));
        Assert.Equal((0d, 1d, null), (sources[0].TopYesOrMaybe.Value, sources[0].ShownTold.Value, sources[0].InvisibleTold.Value));
        Assert.Equal((3, 2, 1), (sources[1].Pictures, sources[1].Shown, sources[1].Invisible));
        Assert.Equal((1d, .5, 0d), (sources[1].TopYesOrMaybe.Value, sources[1].ShownTold.Value, sources[1].InvisibleTold.Value));
        Assert.Equal((0d, 1d), (sources[1].ShownTold.Low, sources[1].ShownTold.High));
    }

    private static LabelledPicture Row(string image, string? letters)
    {
        var row = new LabelLetter[Vocabulary.Values.Count];
        for (var i = 0; i < letters?.Length; i++)
        {
            row[Collar.Start + i] = letters[i] switch { 'y' => LabelLetter.Yes, 'm' => LabelLetter.Maybe, _ => LabelLetter.No };
        }

        return new LabelledPicture(image, image, row);
    }

    private static float[] Said(params float[] collar)
    {
        var row = new float[Vocabulary.Values.Count];
        collar.CopyTo(row, Collar.Start);
        return row;
    }
}
