using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Explanations;

public sealed class ExplainerTests
{
    private static readonly AttributeValue DeepV = Vocabulary.TryFind("neckline_design", "Deep V Neckline")!;
    private readonly Explainer explainer = new(new ExplanationOptions());

    [Fact]
    public void Explain_AnyOrderOfShares_AddsUpToTheScore()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 200; trial++)
        {
            var item = Item([.. Vocabulary.Values.Where(value => !value.IsInvisible).Select(value => (value, random.NextSingle(), 1f))]);
            var state = Tastes.Pinned(
                [.. Vocabulary.Values.Where(value => !value.IsInvisible).Select(value => (value, (random.NextDouble() * 10) - 5))]);
            var explanation = explainer.Explain(item, state);

            var shares = explanation.Shares.Select(share => share.Contribution).ToArray();
            random.Shuffle(shares);
            var sum = 0f;
            foreach (var share in shares)
            {
                sum += share;
            }

            Assert.Equal(explanation.Score, sum);
            Assert.Equal(state.Weights.Score(item.Vector), sum);
        }
    }

    [Fact]
    public void Explain_VAndDeepVEquallyLikely_SaysTheFamilyOnceWithTheSumOfBoth()
    {
        var item = Item((VNeck, 0.9f, 0.9f), (DeepV, 0.89f, 0.9f));
        var explanation = explainer.Explain(item, Tastes.Pinned((VNeck, 1), (DeepV, 2)));

        var share = Assert.Single(explanation.Shares);
        Assert.Equal(("V-shaped neckline", share), (share.Phrase, explanation.Reason));
        Assert.Equal(item.Vector[VNeck.Index] + (2 * item.Vector[DeepV.Index]), share.Contribution);
        Assert.InRange(share.Probability, 0.9f, 1f);
    }

    [Fact]
    public void Explain_FamilyIsSaid_MarksTheFamilysOwnRegionAndNotItsLikeliestValues()
    {
        var item = Item((VNeck, 0.9f, 0.9f), (DeepV, 0.89f, 0.9f));
        var whole = new FamilyRegion(VNeck.Family!, new PartRegion(new PixelBox(7, 7, 7, 7), 0.6f)
        {
            Outline = new PartOutline([[new(0.4f, 0.1f), new(0.6f, 0.1f), new(0.5f, 0.3f)]]),
        });
        var summed = new CatalogItem(Vocabulary, item.Product, item.Predicted! with
        {
            Attributes = [.. item.Predicted.Attributes.Select(reading =>
                reading.Attribute == VNeck.Attribute ? reading with { FamilyRegion = whole } : reading)],
        }, []);

        var reason = explainer.Explain(summed, Tastes.Pinned((VNeck, 1), (DeepV, 2))).Reason!;

        Assert.Equal(whole.Region, reason.Region);
        Assert.Equal(item[VNeck.Attribute]!.Region, explainer.Explain(item, Tastes.Pinned((VNeck, 1), (DeepV, 2))).Reason!.Region);
    }

    [Fact]
    public void Explain_LargestShareIsUnsure_GivesNoReason()
    {
        var item = Item((VNeck, 0.7f, 0.9f), (RoundNeck, 0.6f, 0.9f), (LongSleeves, 0.95f, 0.9f));

        Assert.Empty(explainer.Explain(item, Tastes.Pinned((VNeck, 8), (LongSleeves, 0.5))).Reasons);
        Assert.Equal(LongSleeves, explainer.Explain(item, Tastes.Pinned((VNeck, 0.1), (LongSleeves, 1))).Reason!.Value);
    }

    [Fact]
    public void Explain_RegionWithoutEvidence_IsNoReasonAndNeitherIsWhatFollows() =>
        Assert.Empty(
            explainer.Explain(Item((VNeck, 0.95f, 0.1f), (LongSleeves, 0.95f, 0.9f)), Tastes.Pinned((VNeck, 3), (LongSleeves, 1))).Reasons);

    [Fact]
    public void Explain_ValueThatIsNotSaid_IsNoReasonAndHasNoBox()
    {
        var explanation = explainer.Explain(Item((VNeck, 0.95f, 0.9f), (RoundNeck, 0.6f, 0.9f)), Tastes.Pinned((RoundNeck, 3)));

        Assert.Empty(explanation.Reasons);
        Assert.Null(Assert.Single(explanation.Shares).Region);
    }

    [Fact]
    public void Explain_NegativeShare_IsShownButNoReason()
    {
        var explanation = explainer.Explain(Item((VNeck, 1, 1), (LongSleeves, 1, 1)), Tastes.Pinned((VNeck, -2), (LongSleeves, 1)));

        Assert.Equal([VNeck, LongSleeves], explanation.Shares.Select(share => share.Value));
        Assert.Equal(LongSleeves, explanation.Reason!.Value);
        Assert.True(explanation.Score < 0);
    }

    [Fact]
    public void Explain_TwoStrongShares_NamesBothInTheOrderOfTheirContributions() => Assert.Equal(
        [LongSleeves, VNeck],
        explainer.Explain(Item((VNeck, 1, 1), (LongSleeves, 1, 1)),
            Tastes.Pinned((VNeck, 1.5), (LongSleeves, 2))).Reasons.Select(share => share.Value));

    [Fact]
    public void Explain_LikingThatOnlyFollowsFromOthers_IsNeverNamed()
    {
        // Who likes long sleeves likes V-necklines, too, says the prior; the shopper did nothing about necklines.
        var size = Vocabulary.Values.Count;
        var covariance = PreferencePrior.Flat(Vocabulary, 1).Covariance.ToArray();
        covariance[Packed(LongSleeves.Index, VNeck.Index)] = 0.95;
        var learner = new PreferenceLearner(new PreferencePrior(new double[size], covariance), new PreferenceOptions());
        var likes = learner.Replay(Enumerable.Repeat(new PreferenceEvent(PreferenceSignal.Like, Vector(LongSleeves), null, null, null), 6));

        Assert.True(likes.Mean[VNeck.Index] > 0.5);
        Assert.Empty(explainer.Explain(Item((VNeck, 1, 1)), likes).Reasons);
        Assert.Equal(LongSleeves, explainer.Explain(Item((LongSleeves, 1, 1)), likes).Reason!.Value);
    }

    [Fact]
    public void Explain_LikingThatIsUnsureInSign_IsNotNamed()
    {
        var learner = new PreferenceLearner(PreferencePrior.Flat(Vocabulary, 1), new PreferenceOptions());
        var torn = learner.Replay([
            new(PreferenceSignal.Like, Vector(VNeck), null, null, null), new(PreferenceSignal.Dislike, Vector(VNeck), null, null, null),
            new(PreferenceSignal.View, Vector(VNeck), null, null, null)]);

        Assert.True(torn.Mean[VNeck.Index] > 0);
        Assert.Empty(explainer.Explain(Item((VNeck, 1, 1)), torn).Reasons);
    }

    private static int Packed(int row, int column) => (Math.Max(row, column) * (Math.Max(row, column) + 1) / 2) + Math.Min(row, column);
}
