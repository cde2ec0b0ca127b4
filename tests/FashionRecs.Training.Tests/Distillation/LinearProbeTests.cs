using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Distillation;
using FashionRecs.Training.Optimization;
using static TorchSharp.torch;

namespace FashionRecs.Training.Tests.Distillation;

public class LinearProbeTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Collar = Vocabulary["collar_design"];

    [Fact]
    public void Fit_FeaturesThatTellTheValue_ReadsItOffOthers()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        using var readOut =
            LinearProbe.Fit(Vocabulary, Features(4000, seed: 1), [.. Enumerable.Range(0, 4000).Select(Labelled)],
            new TrainingOptions { Seed = 1 });

        var probabilities = readOut.Predict(Features(40, seed: 2)).data<float>().ToArray();

        Assert.All(Enumerable.Range(0, 40), i =>
        {
            var row = probabilities.AsSpan(i * Vocabulary.Values.Count, Vocabulary.Values.Count);
            Assert.True(row[Collar.Start + 1 + (i % 2)] > row[Collar.Start + 2 - (i % 2)]);
        });
    }

    /// <summary>Noise, with the parity of the row in the first feature.</summary>
    private static Tensor Features(int rows, int seed)
    {
        var random = new Random(seed);
        return tensor(Enumerable.Range(0, rows * 8)
            .Select(i => i % 8 == 0 ? (i / 8 % 2) + (0.2f * random.NextSingle()) : random.NextSingle()).ToArray(), [rows, 8]);
    }

    private static LabelledPicture Labelled(int row)
    {
        var letters = new LabelLetter[Vocabulary.Values.Count];
        Array.Fill(letters, LabelLetter.No, Collar.Start, Collar.Values.Count);
        letters[Collar.Start + 1 + (row % 2)] = LabelLetter.Yes;
        return new LabelledPicture($"{row}", $"{row}", letters);
    }
}
