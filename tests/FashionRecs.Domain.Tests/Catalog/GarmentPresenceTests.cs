using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;
using FashionRecs.Tests;

namespace FashionRecs.Domain.Tests.Catalog;

public class GarmentPresenceTests
{
    [Theory]
    [InlineData("Dress", "Summer dress", true)]
    [InlineData("", "Photo follows soon", true)]
    [InlineData("", "Dress with belt", true)]
    [InlineData("Boots", "Chelsea", false)]
    [InlineData("Schuhe", "Ballerina", false)]
    [InlineData("Bag", "Bag for a dress", false)]
    [InlineData("Accessories", "Silk scarf", false)]
    [InlineData("Sunglasses", "Round", false)]
    [InlineData("T-shirt", "Cap sleeve", true)]
    public void IsMissing_NothingShown_IsAFaultWhereSomethingShouldBe(string type, string name, bool expected) =>
        Assert.Equal(expected, GarmentPresence.IsMissing(Named(type, name), Nothing));

    [Fact]
    public void IsMissing_OneAttributeShown_IsNoFault() =>
        Assert.False(GarmentPresence.IsMissing(Named("Dress", "D"), Readings.Item((Readings.VNeck, 0.6f, 0.8f)).Predicted!));

    [Fact]
    public void IsWithoutGarment_UntilAPersonSpoke()
    {
        Assert.True(Item().IsWithoutGarment);
        var tag = new ReviewedTag(Readings.VNeck.Attribute, TagMarks.Choose(Readings.VNeck.Attribute.Invisible), null, "Ada",
            DateTimeOffset.UnixEpoch, null);
        Assert.False(Item(tag).IsWithoutGarment);
        Assert.False(new CatalogItem(Readings.Vocabulary, Named("Dress", "D"), null, []).IsWithoutGarment);
    }

    [Fact]
    public void Queue_WithoutGarment_StandsBeforeEverythingElse()
    {
        var options = new QueueOptions();
        var others = Enum.GetValues<ReviewReasonKind>().Where(kind => kind != ReviewReasonKind.NoGarment)
            .Sum(options.WeightOf) * (1 + options.Reach);

        Assert.True(QueuePriority.Of(Item(), QueueEvidence.None, options).Score > others);
    }

    private static PredictedTags Nothing => Readings.Item().Predicted!;

    private static CatalogItem Item(params ReviewedTag[] reviewed) => new(Readings.Vocabulary, Named("Dress", "D"), Nothing, reviewed);

    private static Product Named(string type, string name) => new()
    {
        Id = "p", Name = name, Type = type, Picture = "0", PictureWidth = 30, PictureHeight = 40,
    };
}
