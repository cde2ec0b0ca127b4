using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Ranking;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Explanations;

public sealed class ExplainerTests
{
    private readonly Explainer explainer = new(new ExplanationOptions());

    [Fact]
    public void Explain_AnyOrderOfShares_AddsUpToTheScore()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 200; trial++)
        {
            var item = Item([.. Vocabulary.Values.Where(value => !value.IsInvisible).Select(value => (value, random.NextSingle(), 1f))]);
            var weights = ScoreWeights.Of([.. Vocabulary.Values.Select(_ => (random.NextDouble() * 10) - 5)]);
            var explanation = explainer.Explain(item, weights);

            var shares = explanation.Shares.Select(share => share.Contribution).ToArray();
            random.Shuffle(shares);
            var sum = 0f;
            foreach (var share in shares)
            {
                sum += share;
            }

            Assert.Equal(explanation.Score, sum);
            Assert.Equal(weights.Score(item.Vector), sum);
        }
    }

    [Fact]
    public void Explain_UnsureValue_GivesTheNextReason()
    {
        var explanation = explainer.Explain(Item((VNeck, 0.5f, 0.9f), (LongSleeves, 0.95f, 0.9f)), Wants((VNeck, 3), (LongSleeves, 1)));
        Assert.Equal(LongSleeves, Assert.Single(explanation.Reasons).Value);
    }

    [Theory]
    [InlineData(0.85f, true)]
    [InlineData(0.93f, false)] // nearly as likely as 0.96
    public void Explain_TwoValuesNearlyAsLikely_GivesTheNextReason(float other, bool named)
    {
        var item = Item((VNeck, 0.96f, 0.9f), (RoundNeck, other, 0.9f), (LongSleeves, 0.95f, 0.9f));
        var explanation = explainer.Explain(item, Wants((VNeck, 3), (LongSleeves, 1)));
        Assert.Equal(named ? VNeck : LongSleeves, explanation.Reasons[0].Value);
    }

    [Fact]
    public void Explain_RegionWithoutEvidence_GivesTheNextReason()
    {
        var explanation = explainer.Explain(Item((VNeck, 0.95f, 0.1f), (LongSleeves, 0.95f, 0.9f)), Wants((VNeck, 3), (LongSleeves, 1)));
        Assert.Equal([LongSleeves], explanation.Reasons.Select(reason => reason.Value));
    }

    [Fact]
    public void Explain_SecondValueOfAnAttribute_IsNoReasonAndHasNoBox()
    {
        var explanation = explainer.Explain(Item((VNeck, 0.95f, 0.9f), (RoundNeck, 0.9f, 0.9f)), Wants((RoundNeck, 3)));
        Assert.Empty(explanation.Reasons);
        Assert.Null(Assert.Single(explanation.Shares).Box);
    }

    [Fact]
    public void Explain_NegativeShare_IsShownButNoReason()
    {
        var explanation = explainer.Explain(Item((VNeck, 1, 1), (LongSleeves, 1, 1)), Wants((VNeck, -2), (LongSleeves, 1)));
        Assert.Equal([VNeck, LongSleeves], explanation.Shares.Select(share => share.Value));
        Assert.Equal((-1f, LongSleeves), (explanation.Score, explanation.Reason!.Value));
    }

    [Fact]
    public void Explain_TwoStrongShares_GivesBoth() => Assert.Equal(
        [VNeck, LongSleeves], explainer.Explain(Item((VNeck, 1, 1), (LongSleeves, 1, 1)), Wants((VNeck, 2), (LongSleeves, 1.5))).Reasons.Select(reason => reason.Value));

    private static ScoreWeights Wants(params (AttributeValue Value, double Weight)[] wanted)
    {
        var weights = new double[Vocabulary.Values.Count];
        foreach (var (value, weight) in wanted)
        {
            weights[value.Index] = weight;
        }

        return ScoreWeights.Of(weights);
    }
}
