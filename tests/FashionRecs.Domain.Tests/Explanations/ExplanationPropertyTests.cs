using CsCheck;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Domain.Tests.Explanations;

public class ExplanationPropertyTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    private static readonly Gen<float[]> Probabilities = Gen.Float[0, 1].Array[Vocabulary.Values.Count];

    private static readonly Gen<ScoreWeights> Weights = Gen.OneOf(Gen.Double[-9, 9], Gen.Const(0.0)).Array[Vocabulary.Values.Count].Select(weights => ScoreWeights.Of(weights));

    private static readonly Gen<(CatalogItem Item, ScoreWeights Weights)> Cases = Gen.Select(Probabilities.Select(Gen.Float[0, 1].Array[8], Item), Weights);

    [Fact]
    public void Explain_AnyReadingAndTaste_ContributionsAddUpToTheScoreToTheLastBit() => Cases.Sample(one =>
    {
        var explanation = new Explainer(new()).Explain(one.Item, one.Weights);

        return explanation.Score == one.Weights.Score(one.Item.Vector)
            && explanation.Shares.Aggregate(0f, (sum, share) => sum + share.Contribution) == explanation.Score
            && explanation.Shares.Select(share => share.Value).Distinct().Count() == explanation.Shares.Count;
    });

    [Fact]
    public void Explain_AnyReadingAndTaste_PrintedHundredthsAddUpToThePrintedScore() => Cases.Sample(one =>
    {
        var explanation = new Explainer(new()).Explain(one.Item, one.Weights);
        float[] shares = [.. explanation.Shares.Select(share => share.Contribution)];

        var printed = Hundredths.Of(shares);

        return printed.Sum() == Hundredths.Of(explanation.Score) && printed.Zip(shares).All(pair => Math.Abs(pair.First - (100.0 * pair.Second)) <= 1);
    });

    [Fact]
    public void Explain_AnyReadingAndTaste_ReasonsEnteredTheScoreAndNoLargerOneIsKeptSilent() => Cases.Sample(one =>
    {
        var options = new ExplanationOptions();
        var explanation = new Explainer(options).Explain(one.Item, one.Weights);
        var least = explanation.Reasons.Count == 0 ? 0 : explanation.Reasons.Min(reason => reason.Contribution);

        return explanation.Reasons.All(reason => explanation.Shares.Contains(reason) && reason.Contribution > 0 && reason.Box is not null && reason.Probability >= options.LeastProbability)
            && explanation.Reasons.Count <= options.MostReasons
            && explanation.Shares.Where(share => share.Contribution > least && share.Box is not null && one.Item[share.Value.Attribute]!.Top == share.Value
                && share.Probability >= 0.9f && share.BoxShare >= options.LeastBoxShare && Alone(one.Item, share)).All(explanation.Reasons.Contains);
    });

    /// <summary>Whether nothing else of the attribute is nearly as likely, so that it could be said.</summary>
    private static bool Alone(CatalogItem item, Share share)
    {
        var reading = item[share.Value.Attribute]!;
        return reading.Visible >= 0.5f && reading.Attribute.VisibleValues.All(value => value == share.Value || share.Probability - reading.Probabilities[value.Position] >= 0.06f);
    }

    private static CatalogItem Item(float[] probabilities, float[] boxShares)
    {
        var readings = Vocabulary.Attributes.Select((attribute, at) =>
        {
            var own = attribute.Values.Select(value => probabilities[value.Index]).ToArray();
            return new ProjectedAttribute(attribute, own, boxShares[at] < 0.1f ? null : new PixelBox(at, 2, 3, 4), boxShares[at]);
        }).ToArray();
        return new CatalogItem(Vocabulary, new() { Id = "p", Name = "P", Picture = "0", PictureWidth = 30, PictureHeight = 40 }, new PredictedTags("f", readings), []);
    }
}
