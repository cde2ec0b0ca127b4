using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;
using static TorchSharp.torch;

namespace FashionRecs.Training.Tests.Optimization;

public class OrdinalLossTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Skirt = Vocabulary["skirt_length"];

    [Fact]
    public void Compute_FurtherAway_CostsMore()
    {
        var losses = Enumerable.Range(1, 5).Select(said => Loss(stated: 1, said)).ToArray();

        Assert.Equal(0, losses[0], 1e-3);
        Assert.Equal([.. losses.Order()], losses);
        Assert.Equal(4, losses[4], 1e-2); // four steps away, each a certain mistake
    }

    [Fact]
    public void Compute_InvisibleOrUnlabelled_CostsNothing()
    {
        Assert.Equal(0, Loss(stated: 0, said: 3));
        Assert.Equal(0, Loss(stated: null, said: 3));
    }

    private static float Loss(int? stated, int said)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var letters = new LabelLetter[Vocabulary.Values.Count];
        if (stated is { } position)
        {
            Array.Fill(letters, LabelLetter.No, Skirt.Start, Skirt.Values.Count);
            letters[Skirt.Start + position] = LabelLetter.Yes;
        }

        var logits = zeros(1, Vocabulary.Values.Count);
        logits[0, Skirt.Start + said] = 20;
        return OrdinalLoss.Compute(Skirt, logits, [letters]).item<float>();
    }
}
