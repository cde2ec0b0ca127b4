using FashionRecs.Tests;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Catalog;

public sealed class ItemVectorTests
{
    [Fact]
    public void Of_InvisibleAttribute_CountsNothing()
    {
        var vector = Item().Vector;
        Assert.All(vector.Quanta.ToArray(), quantum => Assert.Equal(0, quantum));
    }

    [Theory]
    [InlineData(0.9, 0.9, 0.05)]
    [InlineData(0.5, 0.5, 0.3)]
    [InlineData(0.02, 0, 0.9)] // noise
    public void Of_StatedReading_CountsAsMuchAsItIsLikely(float probability, float amount, float other)
    {
        var vector = Of(probability, other, said: true);
        Assert.Equal(amount, vector[VNeck.Index], 1f / ItemVector.Scale);
        Assert.Equal(other, vector[RoundNeck.Index], 1f / ItemVector.Scale);
    }

    [Fact]
    public void Of_ReadingOfWhichNothingCanBeSaid_CountsAFifth()
    {
        var vector = Of(0.5f, 0.4f, said: false);
        Assert.Equal(0.1f, vector[VNeck.Index], 1f / ItemVector.Scale);
        Assert.Equal(0.08f, vector[RoundNeck.Index], 1f / ItemVector.Scale);
    }

    [Fact]
    public void Of_AnyReading_AddsUpToOnePerAttributeAtMost()
    {
        var item = Item((VNeck, 0.9f, 1), (RoundNeck, 0.9f, 1), (LongSleeves, 0.8f, 1), (ShortSleeves, 0.8f, 1));
        Assert.All(Vocabulary.Attributes,
            attribute => Assert.InRange(attribute.Values.Sum(value => item.Vector[value.Index]), 0, 1 + (4f / ItemVector.Scale)));
    }

    [Fact]
    public void FromQuanta_RoundTrip_IsTheSame()
    {
        var vector = Vector(VNeck, LongSleeves);
        Assert.Equal(vector.Quanta.ToArray(), ItemVector.FromQuanta(vector.Quanta).Quanta.ToArray());
    }

    [Fact]
    public void FromQuanta_NumberAboveOne_IsRefused() => Assert.Throws<InvalidDataException>(() => ItemVector.FromQuanta([129]));

    private static ItemVector Of(float probability, float other, bool said)
    {
        float[] probabilities =
            [.. VNeck.Attribute.Values.Select(value => value == VNeck ? probability : value == RoundNeck ? other : value.IsInvisible
            ? 1 - probability - other : 0)];
        return ItemVector.Of(Vocabulary,
            [new AttributeReading(VNeck.Attribute, probabilities, null,
            TagSource.Predicted) { Statement = said ? Statement.Of(VNeck, probability) : null }]);
    }
}
