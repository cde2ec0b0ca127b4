using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Explanations;

/// <summary>What the shares of a score are, and where the lines between said and kept silent lie.</summary>
public class ExplainerSharesTests
{
    private static readonly AttributeValue DeepV = Vocabulary.TryFind("neckline_design", "Deep V Neckline")!;
    private static readonly AttributeValue StraightNeck = Vocabulary.TryFind("neckline_design", "Straight Neck")!;
    private static readonly AttributeValue KneeLength = Vocabulary.TryFind("skirt_length", "Knee Length")!;

    /// <summary>It has one of two kinds of V-neckline, the plain one twice as likely, or a straight one.</summary>
    private static readonly (AttributeValue, float, float)[] SomeV = [(VNeck, 0.6f, 0.9f), (DeepV, 0.3f, 0.9f), (StraightNeck, 0.1f, 0.9f)];

    [Fact]
    public void Explain_SharesOfBothSigns_AreSortedBySizeAlone() => Assert.Equal(
        [LongSleeves, VNeck, KneeLength],
        Explain(Item((KneeLength, 1, 1), (VNeck, 1, 1), (LongSleeves, 1, 1)),
            Tastes.Pinned((KneeLength, 0.5), (VNeck, -1), (LongSleeves, 2))).Shares.Select(share => share.Value));

    [Fact]
    public void Explain_SharesOfTheSameSize_StandInTheVocabularysOrder()
    {
        var item = Item(SomeV);
        // Amount times weight is the same number for both, with opposite signs.
        var shares = Explain(item, Tastes.Pinned((VNeck, item.Vector[StraightNeck.Index]), (StraightNeck, -item.Vector[VNeck.Index])))
            .Shares;

        Assert.Equal(0, shares.Sum(share => share.Contribution));
        Assert.Equal([StraightNeck, VNeck], shares.Select(share => share.Value));
    }

    [Fact]
    public void Explain_Family_IsOneShareOfTheLikeliestValueWithTheMeanWeight()
    {
        var item = Item(SomeV);
        var (plain, deep) = (item.Vector[VNeck.Index], item.Vector[DeepV.Index]);

        var share = Assert.Single(Explain(item, Tastes.Pinned((VNeck, 1), (DeepV, 2))).Shares);

        Assert.Equal((VNeck, VNeck.Family), (share.Value, share.Family));
        Assert.Equal(plain + deep, share.Amount);
        Assert.InRange(share.Amount, 0.85f, 0.95f);
        Assert.Equal((plain + (2 * deep)) / (plain + deep), share.Weight, 1e-6f);
        Assert.Equal(plain + (2 * deep), share.Contribution);
        Assert.Equal(1, share.Certainty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Explain_LikingOneDeviationFromNothing_IsAsCertainEitherWay(double mean) => Assert.Equal(
        0.8413f, // The normal distribution up to one deviation.
        Assert.Single(Explain(Item((VNeck, 1, 1)), Believed((VNeck, mean, 1, 9))).Shares).Certainty, 1e-4f);

    [Theory]
    [InlineData(1.25, 2)]
    [InlineData(1.15, 1)]
    public void Explain_SecondReason_IsNamedFromThreeFifthsOfTheFirst(double second, int reasons) => Assert.Equal(
        reasons, Explain(Item((VNeck, 1, 1), (LongSleeves, 1, 1)), Tastes.Pinned((VNeck, 2), (LongSleeves, second))).Reasons.Count);

    [Fact]
    public void Explain_SecondReasonExactlyAtTheLine_IsNamed() => Assert.Equal(
        2, Explain(Item((VNeck, 1, 1), (LongSleeves, 1, 1)), Tastes.Pinned((VNeck, 2), (LongSleeves, 1)),
            new() { SecondReasonFrom = 0.5f }).Reasons.Count);

    [Theory]
    [InlineData(0.15f, 1)]
    [InlineData(0.149f, 0)]
    public void Explain_RegionWithTheLeastShareOfTheEvidence_IsNamed(float share, int reasons) =>
        Assert.Equal(reasons, Explain(Item((VNeck, 1, share)), Tastes.Pinned((VNeck, 1))).Reasons.Count);

    [Fact]
    public void Explain_NothingLessThanCertaintyWillDo_NamesWhatIsPinned()
    {
        var sure = new ExplanationOptions { LeastCertainty = 1 };

        Assert.Equal(VNeck, Explain(Item((VNeck, 1, 1)), Tastes.Pinned((VNeck, 1)), sure).Reason?.Value);
        Assert.Null(Explain(Item((VNeck, 1, 1)), Believed((VNeck, 1, 0.5, 9)), sure).Reason);
    }

    [Theory]
    [InlineData(0.5, 1)] // one product that was opened
    [InlineData(0.49, 0)]
    public void Explain_LeastOfTheShoppersOwnActs_IsNamed(double evidence, int reasons) =>
        Assert.Equal(reasons, Explain(Item((VNeck, 1, 1)), Believed((VNeck, 1, 0.1, evidence))).Reasons.Count);

    [Theory]
    [InlineData(1.5, 1, 1)] // (4 + 3 · 1.5) / 4 = 2.1, with a deviation of ¾
    [InlineData(1.5, 4, 0)] // the same with a deviation of 3
    [InlineData(-1.9, 0.1, 0)] // (4 − 3 · 1.9) / 4 is below 0
    public void Explain_LikedValueOfAFamily_IsNamedWhereTheFamilyIsSurelyLikedToo(double deep, double deviation, int reasons)
    {
        // The product has more of the plain V, and its share is surely positive; the shopper met the deep one three times as often.
        var explanation = Explain(Item(SomeV), Believed((VNeck, 4, 0.1, 1), (DeepV, deep, deviation, 3)));

        Assert.InRange(Assert.Single(explanation.Shares).Certainty, 0.9f, 1);
        Assert.Equal(reasons, explanation.Reasons.Count);
    }

    [Fact]
    public void Explain_FamilyThatIsAsMuchLikedAsDisliked_IsNotNamed()
    {
        var explanation = Explain(Item(SomeV), Believed((VNeck, 2, 0, 1), (DeepV, -2, 0, 1)));

        Assert.True(explanation.Score > 0);
        Assert.Empty(explanation.Reasons);
    }

    private static Explanation Explain(CatalogItem item, PreferenceState shopper, ExplanationOptions? options = null) =>
        new Explainer(options ?? new()).Explain(item, shopper);

    /// <summary>A shopper whose likings are independent of each other; of all other values nothing is known, and surely so.</summary>
    private static PreferenceState Believed(params (AttributeValue Value, double Mean, double Deviation, double Evidence)[] likings)
    {
        var size = Vocabulary.Values.Count;
        var (mean, covariance, evidence) = (new double[size], new double[PackedSymmetric.Length(size)], new double[size]);
        foreach (var (value, liking, deviation, acts) in likings)
        {
            (mean[value.Index], evidence[value.Index]) = (liking, acts);
            covariance[PackedSymmetric.At(value.Index, value.Index)] = deviation * deviation;
        }

        return new PreferenceState(mean, covariance, evidence, new HashSet<int>(), likings.Length);
    }
}
