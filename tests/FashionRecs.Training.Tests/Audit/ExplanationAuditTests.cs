using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using FashionRecs.Training.Audit;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;
using SkiaSharp;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Training.Tests.Audit;

/// <summary>Sixty pictures that the network reads as V-necks and long sleeves by halves.</summary>
public class ExplanationAuditTests
{
    private static readonly AuditOptions Options = new() { Shoppers = 4, LeastPhotographs = 15 };

    [Fact]
    public void Run_LabelsAgree_EveryReasonIsTrueAndOnItsPart()
    {
        var figures = Measure(Pictures(VNeck, VNeck));

        Assert.True(figures.Reasons > 50);
        Assert.Equal((1, 0, 0, 1),
            (figures.True.Ratio.Mean, figures.False.Ratio.Mean, figures.Arguable.Ratio.Mean, figures.Finest.Ratio.Mean));
        Assert.Equal(1, figures.RegionOnPart.Ratio.Mean);
        Assert.InRange(figures.First8Liked.Ratio.Mean, 4, 8);
        Assert.InRange(figures.LikedNamed.Ratio.Mean, 0.5, 1);
        Assert.Equal(0, figures.Unknown);
    }

    [Fact]
    public void Run_HalfOfTheVNecksAreLabelledRound_TheseReasonsAreFalseWithAnInterval()
    {
        var necks = Measure(Pictures(VNeck, RoundNeck), VNeck.Attribute);

        Assert.InRange(necks.True.Ratio.Mean, 0.2, 0.9);
        Assert.Equal(1, necks.True.Ratio.Mean + necks.False.Ratio.Mean, 1e-9);
        Assert.True(necks.True.Ratio.Low < necks.True.Ratio.Mean && necks.True.Ratio.Mean < necks.True.Ratio.High);
        Assert.Equal(necks.Reasons, necks.True.Count + necks.Unknown);
    }

    [Fact]
    public void Run_SameSeed_ReadsTheSamePages() => Assert.Equal(
        Cards(Pictures(VNeck, VNeck)).Select(card => (card.Picture, card.Reasons.Count)),
        Cards(Pictures(VNeck, VNeck)).Select(card => (card.Picture, card.Reasons.Count)));

    [Fact]
    public void Run_FewerPhotographsThanAsked_AuditsNothing() => Assert.Empty(Cards([.. Pictures(VNeck, VNeck).Take(10)]));

    private static AuditFigures Measure(IReadOnlyList<AuditedPicture> pictures, GarmentAttribute? attribute = null)
    {
        var cards = Cards(pictures);
        return AuditFigures.Of(cards,
            [.. cards.SelectMany(card => card.Reasons).Where(reason => attribute is null || reason.Share.Value.Attribute == attribute)],
        Options);
    }

    private static IReadOnlyList<AuditedCard> Cards(IReadOnlyList<AuditedPicture> pictures) => new ExplanationAudit(
        Vocabulary, PreferencePrior.Flat(Vocabulary, 1), new PreferenceOptions(),
        new Explainer(new ExplanationOptions()),
        new RankingOptions()).Run(pictures, Options);

    /// <summary>
    /// Pictures 0, 2, 4 … are read as V-necks, of which every other one is labelled as the second value says; the others have long sleeves.
    /// </summary>
    private static AuditedPicture[] Pictures(AttributeValue first, AttributeValue second) =>
    [
        .. Enumerable.Range(0, 60).Select(at =>
        {
            var read = at % 2 == 0 ? VNeck : LongSleeves;
            var labelled = at % 2 == 1 ? LongSleeves : at % 4 == 0 ? first : second;
            var letters = new LabelLetter[Vocabulary.Values.Count];
            foreach (var value in labelled.Attribute.Values)
            {
                letters[value.Index] = value == labelled ? LabelLetter.Yes : LabelLetter.No;
            }

            var item = Item((read, 0.97f, 0.9f));
            var box = item[read.Attribute]!.Region!.Box;
            var part = new SKRect(box.X, box.Y, box.X + box.Width, box.Y + box.Height);
            return new AuditedPicture(item, $"{at}.jpg", letters, [new TrueRegion($"{at}.jpg", read.Attribute, part, [part])]);
        }),
    ];
}
