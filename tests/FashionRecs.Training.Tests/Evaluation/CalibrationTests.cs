using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Evaluation;
using FashionRecs.Vision.Backbones;
using static TorchSharp.torch;

namespace FashionRecs.Training.Tests.Evaluation;

public class CalibrationTests
{
    [Fact]
    public void Fit_MovesTheNetworksOwnBiasLikeTheLogits()
    {
        using var network = TinyNetwork.Create();
        var coat = network.Vocabulary["coat_length"];
        var before = network.HeadBiases().data<float>().ToArray();
        LabelledPicture[] pictures = [.. Enumerable.Range(0, 60).Select(i => Labelled(coat, network.Vocabulary, shown: i < 20))];
        float[][] logits =
            [.. Enumerable.Range(0, 60).Select(i => Enumerable.Repeat(i < 20 ? 1f : 4f, network.Vocabulary.Values.Count).ToArray())];

        var weights =
            Calibration.Fit(network, new AttributeModelFile(network.Shape, TinyNetwork.Input, [1, 1, 1, 1, 1, 1, 1, 1], 0.4), pictures,
            logits);

        var moved = network.HeadBiases().data<float>().ToArray().Zip(before, (now, then) => now - then).ToArray();
        Assert.InRange(moved[coat.Invisible.Index], -3, -2);
        Assert.Equal(moved[coat.Invisible.Index], logits[59][coat.Invisible.Index] - 4, 1e-5);
        Assert.All(moved.Where((_, value) => value != coat.Invisible.Index), change => Assert.Equal(0, change, 1e-6));
        Assert.Equal(8, weights.Temperatures.Count);
    }

    private static LabelledPicture Labelled(GarmentAttribute attribute, AttributeVocabulary vocabulary, bool shown)
    {
        var letters = new LabelLetter[vocabulary.Values.Count];
        Array.Fill(letters, LabelLetter.No, attribute.Start, attribute.Values.Count);
        letters[attribute.Start + (shown ? 1 : 0)] = LabelLetter.Yes;
        return new LabelledPicture("a", "a", letters);
    }
}
