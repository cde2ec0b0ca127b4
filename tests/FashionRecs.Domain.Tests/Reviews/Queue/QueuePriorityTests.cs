using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Labels;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;

namespace FashionRecs.Domain.Tests.Reviews.Queue;

public class QueuePriorityTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly GarmentAttribute Sleeves = Vocabulary["sleeve_length"];

    [Fact]
    public void Of_SureNetworkAndGoodRegion_HasNoReason()
    {
        var place = Place(0.97f, 0.02f, QueueEvidence.None);

        Assert.Equal((0.0, 0), (place.Score, place.Reasons.Count));
    }

    [Fact]
    public void Of_WaveringNetwork_NamesBothValues()
    {
        var place = Place(0.5f, 0.45f, QueueEvidence.None);

        var reason = Assert.Single(place.Reasons);
        Assert.Equal((ReviewReasonKind.Uncertainty, Sleeves), (reason.Kind, reason.Attribute));
        Assert.Contains("Sleeveless", reason.Words);
        Assert.True(place.Score > Place(0.7f, 0.3f, QueueEvidence.None).Score);
    }

    [Fact]
    public void Of_RegionWithoutEvidenceOrOffTheGarment_IsAnExplanationFailure()
    {
        Assert.Contains("little evidence", Assert.Single(Place(0.97f, 0.02f, QueueEvidence.None, share: 0.1f).Reasons).Words);
        var off = QueueEvidence.None with { OnGarment = new Dictionary<GarmentAttribute, double> { [Sleeves] = 0.1 } };
        Assert.Contains("off the garment", Assert.Single(Place(0.97f, 0.02f, off).Reasons).Words);
        Assert.Contains("whole picture",
            Assert.Single(Place(0.97f, 0.02f, QueueEvidence.None, box: new PixelBox(0, 0, 290, 390)).Reasons).Words);
    }

    [Fact]
    public void Of_ReviewedWithOtherValue_IsADisagreementAndALabelIssue()
    {
        var evidence = QueueEvidence.None with
        {
            Decisions = Decided(ConsensusStatus.Single, Sleeves.Values[5]),
            Issues = new Dictionary<GarmentAttribute, LabelIssue> { [Sleeves] = new LabelIssue(0, 5, 1, 0.9f) },
        };

        var place = Place(0.97f, 0.02f, evidence);

        Assert.Equal([ReviewReasonKind.LabelIssue, ReviewReasonKind.Disagreement], place.Reasons.Select(reason => reason.Kind));
    }

    [Fact]
    public void Of_HiddenFirstWord_SaysTheSameWhateverItWas()
    {
        string Told(Decision decision) => string.Join("; ", Place(0.5f, 0.45f, QueueEvidence.None with
        {
            Decisions = new Dictionary<GarmentAttribute, Decision> { [Sleeves] = decision }, Second = true,
            Hidden = new HashSet<GarmentAttribute> { Sleeves },
            Issues = new Dictionary<GarmentAttribute, LabelIssue> { [Sleeves] = new LabelIssue(0, 5, 1, 0.9f) },
        }).Reasons.Select(reason => reason.Words));

        var told = Sleeves.Values.Select(value => Told(Decided(ConsensusStatus.Single, value)[Sleeves]))
            .Append(Told(new Decision(null, ConsensusStatus.Unsure, 0))).Distinct();

        Assert.Equal("Sleeve length: a second opinion is asked for; Sleeve length: “Sleeveless” or “Cap sleeves”?", Assert.Single(told));
    }

    [Fact]
    public void Of_Reviewed_IsNotUncertainAnyMore() =>
        Assert.Empty(
            Place(0.5f, 0.45f, QueueEvidence.None with { Decisions = Decided(ConsensusStatus.Single, Sleeves.Values[1]) }).Reasons);

    [Fact]
    public void Of_ConflictAndSecondOpinion_Weigh()
    {
        var conflict = Place(0.97f, 0.02f, QueueEvidence.None with { Decisions = Decided(ConsensusStatus.Conflict, Sleeves.Values[1]) });
        var second =
            Place(0.97f, 0.02f, QueueEvidence.None with { Decisions = Decided(ConsensusStatus.Single, Sleeves.Values[1]), Second = true });

        Assert.Equal(ReviewReasonKind.Conflict, conflict.Reasons[0].Kind);
        Assert.Equal(ReviewReasonKind.SecondAnnotation, second.Reasons[0].Kind);
        Assert.True(conflict.Score > second.Score);
    }

    [Fact]
    public void Of_Reach_MultipliesAndIsNamed()
    {
        var seldom = Place(0.5f, 0.45f, QueueEvidence.None with { Shown = 1, MostShown = 1000 });
        var often = Place(0.5f, 0.45f, QueueEvidence.None with { Shown = 1000, MostShown = 1000 });

        Assert.Equal(2 * Place(0.5f, 0.45f, QueueEvidence.None).Score, often.Score, 10);
        Assert.True(often.Score > seldom.Score);
        Assert.Equal("shoppers saw it 1000 times", often.Reasons[^1].Words);
    }

    private static Dictionary<GarmentAttribute, Decision> Decided(ConsensusStatus standing, AttributeValue value) => new()
    {
        [Sleeves] = new Decision(new Annotation("a", TagMarks.Choose(value), false, DateTimeOffset.UnixEpoch), standing,
            standing == ConsensusStatus.Conflict ? 2 : 1),
    };

    private static QueuePlace Place(float first, float second, QueueEvidence evidence, float share = 0.8f, PixelBox? box = null)
    {
        float[] said = [.. Sleeves.Values.Select(value => value.Position switch { 1 => first, 2 => second, _ => 0.01f })];
        var product = new Product { Id = "p", Name = "P", Picture = "", PictureWidth = 300, PictureHeight = 400 };
        var predicted = new PredictedTags("f",
            [new ProjectedAttribute(Sleeves, said, new PartRegion(box ?? new PixelBox(10, 10, 60, 80), share))]);
        return QueuePriority.Of(new CatalogItem(Vocabulary, product, predicted, []), evidence, new QueueOptions());
    }
}
