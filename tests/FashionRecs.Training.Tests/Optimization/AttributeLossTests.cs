using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using static TorchSharp.torch;

namespace FashionRecs.Training.Tests.Optimization;

public class AttributeLossTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Collar = Vocabulary["collar_design"];
    private static readonly GarmentAttribute Pant = Vocabulary["pant_length"];

    [Fact]
    public void Compute_AttributeWithoutLabel_HasNoGradientUnlessATeacherSpeaks()
    {
        Assert.Equal(0, Gradient(Pant, teacher: null).Max(MathF.Abs));
        Assert.True(Gradient(Pant, teacher: Says(Pant, 2))[2] < 0);
        Assert.True(Gradient(Pant, teacher: Says(Pant, 2))[1] > 0);
    }

    [Fact]
    public void Compute_TeacherAgainstTheLabel_WeakensItWithoutTurningIt()
    {
        var alone = Gradient(Collar, teacher: null);
        var doubted = Gradient(Collar, teacher: Says(Collar, 2));

        Assert.True(alone[1] < 0 && doubted[1] < 0);
        Assert.True(doubted[1] > alone[1], "the label pulls less");
        Assert.True(doubted[2] < alone[2], "the teacher's value is pushed down less");
    }

    /// <summary>Gradient of the loss at logits of zero, for a picture labelled with the first visible collar and nothing else.</summary>
    private static float[] Gradient(GarmentAttribute attribute, float[]? teacher)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var letters = new LabelLetter[Vocabulary.Values.Count];
        Array.Fill(letters, LabelLetter.No, Collar.Start, Collar.Values.Count);
        letters[Collar.Start + 1] = LabelLetter.Yes;
        var picture = new LabelledPicture("a", "a", letters) { Teacher = teacher };
        var loss = new AttributeLoss(Vocabulary, [new TrainingSet([picture])], new TrainingOptions());
        var logits = zeros(1, Vocabulary.Values.Count, requires_grad: true);
        loss.Compute(logits, new TrainingBatch(1, [], [letters], Seed: 1) { Teacher = [teacher] }).backward();
        return logits.grad!.narrow(1, attribute.Start, attribute.Values.Count).contiguous().data<float>().ToArray();
    }

    private static float[] Says(GarmentAttribute attribute, int position)
    {
        var values = new float[Vocabulary.Values.Count];
        foreach (var other in Vocabulary.Attributes)
        {
            values[other.Start] = 1;
        }

        values[attribute.Start] = 0;
        values[attribute.Start + position] = 1;
        return values;
    }
}
