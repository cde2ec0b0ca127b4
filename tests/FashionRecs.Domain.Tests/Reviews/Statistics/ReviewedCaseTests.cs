using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Statistics;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Reviews.Statistics;

public class ReviewedCaseTests
{
    [Fact]
    public void Of_Catalog_IsWhatAPersonSettledAfterALookAndTheNetworkSpokeOn()
    {
        var seen = Item((VNeck, 0.7f, 0.9f), (RoundNeck, 0.3f, 0.9f));
        var cases = ReviewedCase.Of([
            With(seen, Tag(TagMarks.Choose(RoundNeck)), Tag(TagMarks.Choose(LongSleeves.Attribute.Invisible), LongSleeves.Attribute)),
            With(seen, Tag(TagMarks.Choose(VNeck)) with { IsUnseen = true }), // said of many at once
            With(seen, Tag(TagMarks.Reject(VNeck))), // settles on no value
            new CatalogItem(Vocabulary, seen.Product, null, [Tag(TagMarks.Choose(VNeck))]), // the network has not looked
        ]).ToArray();

        Assert.Equal([RoundNeck, LongSleeves.Attribute.Invisible], cases.Select(one => one.Given));
        Assert.Equal([VNeck, LongSleeves.Attribute.Invisible], cases.Select(one => one.Answer));
        Assert.Equal((0.7f, false, false), (cases[0].Confidence, cases[0].IsRight, cases[0].MayBeRight));
        Assert.True(cases[1] is { IsRight: true, MayBeRight: true });
    }

    private static CatalogItem With(CatalogItem item, params ReviewedTag[] tags) => new(Vocabulary, item.Product, item.Predicted, tags);

    private static ReviewedTag Tag(IReadOnlyList<TagMark> marks, GarmentAttribute? attribute = null) =>
        new(attribute ?? VNeck.Attribute, marks, null, "Ada", default, null);
}
