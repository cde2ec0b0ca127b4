using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Tests.Beliefs;

/// <summary>A shirt collar leaves no room for a turtleneck: of two attributes that exclude each other one is said.</summary>
public class BeliefReaderTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    [Theory]
    [InlineData(0.97f, 0.9f, "Shirt Collar", null)]
    [InlineData(0.9f, 0.97f, null, "Turtle Neck")]
    [InlineData(0.97f, 0.1f, "Shirt Collar", null)]
    public void Read_CollarAndHighNeck_SaysTheLikelierAlone(float collar, float neck, string? saidOfCollar, string? saidOfNeck)
    {
        var readings = BeliefReader.Plain(Vocabulary)
            .Read(new PredictedTags("stated", [Of("collar_design", "Shirt Collar", collar), Of("neck_design", "Turtle Neck", neck)]));

        var (first, second) = (readings.Single(reading => reading.Attribute.Code == "collar_design"),
            readings.Single(reading => reading.Attribute.Code == "neck_design"));
        Assert.Equal((saidOfCollar, saidOfNeck), (first.Statement?.Code, second.Statement?.Code));
        // What one garment does not have counts nothing either.
        Assert.True(ItemVector.Of(Vocabulary, readings)[(saidOfCollar is null ? first : second).Top.Index] <= 0.1f);
    }

    [Fact]
    public void Read_AttributesThatGoTogether_SaysBoth()
    {
        var readings = BeliefReader.Plain(Vocabulary)
            .Read(new PredictedTags("stated", [Of("collar_design", "Shirt Collar", 0.97f), Of("neckline_design", "V Neckline", 0.95f)]));

        Assert.Equal(["Shirt Collar", "V Neckline"], readings.Select(reading => reading.Statement?.Code));
    }

    private static ProjectedAttribute Of(string code, string value, float amount)
    {
        var attribute = Vocabulary.Attributes.Single(one => one.Code == code);
        return new ProjectedAttribute(attribute, [.. attribute.Values.Select(one =>
            one.Code == value ? amount : one.IsInvisible ? 1 - amount : 0f)], new PartRegion(new PixelBox(1, 1, 2, 2), 0.5f));
    }
}
