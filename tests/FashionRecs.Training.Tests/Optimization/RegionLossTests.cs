using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Training.Optimization;
using SkiaSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Tests.Optimization;

public class RegionLossTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Neckline = Vocabulary["neckline_design"];
    private static readonly SKRect TopLeft = new(0, 0, 0.5f, 0.5f);

    [Fact]
    public void Compute_FlatMap_CostsTheLogarithmOfTheRegionsSize() => Assert.Equal(Math.Log(4), Loss(Yes(3), peak: null), 1e-4);

    [Fact]
    public void Compute_EvidenceInside_CostsNothing_Outside_CostsMuch()
    {
        Assert.Equal(0, Loss(Yes(3), peak: 0), 1e-3);
        Assert.True(Loss(Yes(3), peak: 3) > 5);
    }

    [Fact]
    public void Compute_InvisibleOrUnlabelled_CostsNothing()
    {
        Assert.Equal(0, Loss(Yes(0), peak: 3));
        Assert.Equal(0, Loss(new LabelLetter[Vocabulary.Values.Count], peak: 3));
    }

    [Fact]
    public void Compute_Gradient_MovesEvidenceInside()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var features = zeros(1, 1, 2, 2, requires_grad: true);
        RegionLoss.Compute(ones(Vocabulary.Values.Count, 1), features, Batch(Yes(3))).backward();

        var gradient = features.grad!.data<float>().ToArray();
        Assert.True(gradient[0] < 0);
        Assert.All(gradient[1..], outside => Assert.True(outside > 0));
    }

    // One feature on a 2 × 2 map, whose top left quarter is the region; the peak is a place on it.
    private static double Loss(LabelLetter[] letters, int? peak)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var features = zeros(1, 1, 2, 2);
        if (peak is { } place)
        {
            features.view(-1)[place] = 12;
        }

        return RegionLoss.Compute(ones(Vocabulary.Values.Count, 1), features, Batch(letters)).item<float>();
    }

    private static TrainingBatch Batch(LabelLetter[] letters) =>
        new(1, [], [letters], 0) { Regions = [new PlacedRegion(0, new TrueRegion("", Neckline, TopLeft, [TopLeft]), SKMatrix.Identity)] };

    private static LabelLetter[] Yes(int position)
    {
        var letters = new LabelLetter[Vocabulary.Values.Count];
        Array.Fill(letters, LabelLetter.No, Neckline.Start, Neckline.Values.Count);
        letters[Neckline.Start + position] = LabelLetter.Yes;
        return letters;
    }
}
