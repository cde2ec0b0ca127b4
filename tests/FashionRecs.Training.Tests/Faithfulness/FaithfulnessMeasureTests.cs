using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Evaluation;
using FashionRecs.Training.Faithfulness;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;

namespace FashionRecs.Training.Tests.Faithfulness;

public class FaithfulnessMeasureTests
{
    [Fact]
    public void RatioOfMeans_OneGroup_IsTheRatioOfItsMeansWithAnIntervalAroundIt()
    {
        var ratio = RatioOfMeans.Of([[(2, 1), (4, 1), (6, 2)]], seed: 1);

        Assert.Equal(3, ratio.Mean, 1e-9);
        Assert.True(ratio.Low < 3 && ratio.High > 3 && ratio.Low >= 2 && ratio.High <= 4, ratio.ToString());
    }

    [Fact]
    public void RatioOfMeans_TwoGroups_CountTheSameWhateverTheirSizes()
    {
        (double, double)[] large = [.. Enumerable.Repeat((1.0, 1.0), 100)];

        Assert.Equal(2, RatioOfMeans.Of([large, [(3, 1)], []], seed: 1).Mean, 1e-9);
    }

    [Fact]
    public void Area_FallingLine_IsAHalf() => Assert.Equal(0.5, PerturbationCurve.Area([1, 0.75, 0.5, 0.25, 0]), 1e-9);

    [Fact]
    public void RankCorrelation_SameOppositeAndHalfOrders_AreOneMinusOneAndBetween()
    {
        Assert.Equal(1, RandomizationCheck.RankCorrelation([1, 2, 3, 4], [10, 20, 30, 40]), 1e-9);
        Assert.Equal(-1, RandomizationCheck.RankCorrelation([1, 2, 3, 4], [4, 3, 2, 1]), 1e-9);
        Assert.Equal(0.8, RandomizationCheck.RankCorrelation([1, 2, 3, 4], [1, 3, 2, 4]), 1e-9);
    }

    [Fact]
    public void Randomize_LastStages_ShufflesTheirNumbersAndLeavesTheRest()
    {
        using var network = TinyNetwork.Create();
        var before = NetworkState.Save(NetworkState.Of(network));

        RandomizationCheck.Randomize(network, stages: 2, seed: 1); // heads and layer4

        var after = NetworkState.Save(NetworkState.Of(network));
        Assert.Equal(before["layer3.1.conv2.weight"].Values, after["layer3.1.conv2.weight"].Values);
        foreach (var name in new[] { "heads.skirt_length.weight", "layer4.0.conv1.weight" })
        {
            Assert.NotEqual(before[name].Values, after[name].Values);
            Assert.Equal(before[name].Values.Order(), after[name].Values.Order());
        }
    }

    [Fact]
    public void LabelLoss_SureAndRightWrongAndMaybe_IsTheMeanCrossEntropy()
    {
        var neck = AttributeVocabularyFile.Default["neck_design"];
        var letters = new LabelLetter[AttributeVocabularyFile.Default.Values.Count];
        LabelLetter[] own = [LabelLetter.No, LabelLetter.Yes, LabelLetter.Maybe, LabelLetter.No, LabelLetter.No];
        own.CopyTo(letters, neck.Start);

        var loss = LabelLoss.Of(neck, letters, [0.5f, 0.25f, 0.5f, 0.75f, 0]);

        Assert.Equal((Math.Log(2) + Math.Log(4) + Math.Log(2) + Math.Log(4)) / 5, loss, 1e-5);
    }
}
