using CsCheck;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Domain.Tests.Explanations;

public class ExplanationPropertyTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    private static readonly Gen<float[]> Probabilities = Gen.Float[0, 1].Array[Vocabulary.Values.Count];

    /// <summary>Shoppers who pinned a weight for every visible value, and so are sure of it.</summary>
    private static readonly Gen<PreferenceState> Tastes = Gen.OneOf(Gen.Double[-8, 8], Gen.Const(0.0)).Array[Vocabulary.Values.Count]
        .Select(weights =>
        FashionRecs.Tests.Tastes.Pinned(
            [.. Vocabulary.Values.Where(value => !value.IsInvisible).Select(value => (value, weights[value.Index]))]));

    private static readonly Gen<(CatalogItem Item, PreferenceState Taste)> Cases =
        Gen.Select(Probabilities.Select(Gen.Float[0, 1].Array[8], Item), Tastes);

    [Fact]
    public void Explain_AnyReadingAndTaste_ContributionsAddUpToTheScoreToTheLastBit() => Cases.Sample(one =>
    {
        var explanation = new Explainer(new()).Explain(one.Item, one.Taste);

        return explanation.Score == one.Taste.Weights.Score(one.Item.Vector)
            && explanation.Shares.Aggregate(0f, (sum, share) => sum + share.Contribution) == explanation.Score
            && explanation.Shares.SelectMany(share => share.Values).Distinct()
                .Count() == explanation.Shares.Sum(share => share.Values.Count);
    });

    [Fact]
    public void Explain_AnyReadingAndTaste_PrintedHundredthsAddUpToThePrintedScore() => Cases.Sample(one =>
    {
        var explanation = new Explainer(new()).Explain(one.Item, one.Taste);
        float[] shares = [.. explanation.Shares.Select(share => share.Contribution)];

        var printed = LargestRemainder.Of(shares);

        return printed.Sum() == LargestRemainder.Of(explanation.Score)
            && printed.Zip(shares).All(pair => Math.Abs(pair.First - (100.0 * pair.Second)) <= 1);
    });

    [Fact]
    public void Explain_AnyReadingAndTaste_ReasonsEnteredTheScoreAndNoLargerOneIsKeptSilent() => Cases.Sample(one =>
    {
        var (options, rule) = (new ExplanationOptions(), new StatementRule());
        var explanation = new Explainer(options).Explain(one.Item, one.Taste);
        var least = explanation.Reasons.Count == 0 ? 0 : explanation.Reasons.Min(reason => reason.Contribution);

        return explanation.Reasons.All(reason => explanation.Shares.Contains(reason) && reason.Contribution > 0 && reason.Region is not null
            && reason.Probability >= rule.LeastProbability
                && one.Item[reason.Value.Attribute]!.Statement is { } statement && statement.Values.SequenceEqual(reason.Values))
            && explanation.Reasons.Count <= options.MostReasons
            && explanation.Shares.Where(share => share.Contribution > least && explanation.Reasons.Count > 0)
                .All(explanation.Reasons.Contains);
    });

    private static CatalogItem Item(float[] probabilities, float[] boxShares)
    {
        var readings = Vocabulary.Attributes.Select((attribute, at) =>
        {
            var own = attribute.Values.Select(value => probabilities[value.Index]).ToArray();
            return new ProjectedAttribute(attribute, own,
                boxShares[at] < 0.1f ? null : new PartRegion(new PixelBox(at, 2, 3, 4), boxShares[at]));
        }).ToArray();
        return new CatalogItem(Vocabulary, new() { Id = "p", Name = "P", Picture = "0", PictureWidth = 30, PictureHeight = 40 },
            new PredictedTags("f", readings), []);
    }
}
