using FashionRecs.Core.Catalog;
using static FashionRecs.Core.Tests.Catalog.Readings;

namespace FashionRecs.Core.Tests.Catalog;

public sealed class ItemVectorTests
{
    [Fact]
    public void Of_InvisibleAttribute_CountsNothing()
    {
        float[] probabilities = [.. VNeck.Attribute.Values.Select(value => value.IsInvisible ? 1f : 0.9f)];
        var vector = ItemVector.Of(Vocabulary, [new AttributeReading(VNeck.Attribute, probabilities, null, 0, TagSource.Predicted)]);
        Assert.All(vector.Quanta.ToArray(), quantum => Assert.Equal(0, quantum));
    }

    [Fact]
    public void Of_HalfVisible_CountsHalf()
    {
        float[] probabilities = [.. VNeck.Attribute.Values.Select(value => value.IsInvisible ? 0.5f : value == VNeck ? 1 : 0)];
        var vector = ItemVector.Of(Vocabulary, [new AttributeReading(VNeck.Attribute, probabilities, null, 0, TagSource.Predicted)]);
        Assert.Equal(0.5f, vector[VNeck.Index]);
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
