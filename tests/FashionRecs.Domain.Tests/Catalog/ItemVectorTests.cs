using FashionRecs.Tests;
using FashionRecs.Domain.Catalog;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Catalog;

public sealed class ItemVectorTests
{
    [Fact]
    public void Of_InvisibleAttribute_CountsNothing()
    {
        float[] probabilities = [.. VNeck.Attribute.Values.Select(value => value.IsInvisible ? 1f : 0.9f)];
        var vector = ItemVector.Of(Vocabulary, [new AttributeReading(VNeck.Attribute, probabilities, null, 0, TagSource.Predicted)]);
        Assert.All(vector.Quanta.ToArray(), quantum => Assert.Equal(0, quantum));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 0.61, 1)] // sure enough to be said: no product has more of it
    [InlineData(0.5, 0.65, 0.5)] // 0.325, halfway from 0.05 to 0.6
    [InlineData(0.9, 0.05, 0)]
    [InlineData(0.2, 0.2, 0)]
    public void Of_Reading_CountsFromTheFloorToSure(float visible, float probability, float amount)
    {
        float[] probabilities = [.. VNeck.Attribute.Values.Select(value => value.IsInvisible ? 1 - visible : value == VNeck ? probability : 0)];
        var vector = ItemVector.Of(Vocabulary, [new AttributeReading(VNeck.Attribute, probabilities, null, 0, TagSource.Predicted)]);
        Assert.Equal(amount, vector[VNeck.Index], 1f / ItemVector.Scale);
    }

    [Theory]
    [InlineData(0.9, 0.5, 1, 0)] // "may be" beside what it is
    [InlineData(0.87, 0.62, 1, 0)]
    [InlineData(0.7, 0.69, 1, 1)]
    [InlineData(0.87, 0.8, 1, 0.52)]
    public void Of_TwoValuesOfOneAttribute_TheClearlyLesserCountsNothing(float first, float second, float amount, float other)
    {
        float[] probabilities = [.. VNeck.Attribute.Values.Select(value => value == VNeck ? first : value == RoundNeck ? second : 0)];
        var vector = ItemVector.Of(Vocabulary, [new AttributeReading(VNeck.Attribute, probabilities, null, 0, TagSource.Predicted)]);
        Assert.Equal(amount, vector[VNeck.Index], 0.01f);
        Assert.Equal(other, vector[RoundNeck.Index], 0.01f);
    }

    [Fact]
    public void FromQuanta_RoundTrip_IsTheSame()
    {
        var vector = Vector(VNeck, LongSleeves);
        Assert.Equal(vector.Quanta.ToArray(), ItemVector.FromQuanta(vector.Quanta).Quanta.ToArray());
    }

    [Fact]
    public void FromQuanta_NumberAboveOne_IsRefused() => Assert.Throws<InvalidDataException>(() => ItemVector.FromQuanta([129]));
}
