using FashionRecs.Garments;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Tests;

public sealed class CombinationRulesTests
{
    [Theory]
    [InlineData(GarmentKind.Top, "skirt_length:Midi Length", "has no skirt")]
    [InlineData(GarmentKind.Dress, "sleeve_length:Sleeveless neckline_design:V Neckline", "needs a skirt length")]
    [InlineData(GarmentKind.Trousers, "pant_length:Full Length sleeve_length:Long Sleeves", "has no sleeves")]
    [InlineData(GarmentKind.Skirt, "skirt_length:Midi Length neckline_design:V Neckline", "has no neck")]
    [InlineData(GarmentKind.Top, "coat_length:Long Length sleeve_length:Long Sleeves", "is not a coat")]
    [InlineData(GarmentKind.Coat, "sleeve_length:Long Sleeves lapel_design:Notched", "needs a coat length")]
    [InlineData(GarmentKind.Top, "sleeve_length:Long Sleeves lapel_design:Notched", "cannot have a lapel")]
    [InlineData(GarmentKind.Coat, "coat_length:Long Length sleeve_length:Long Sleeves lapel_design:Notched collar_design:Shirt Collar",
        "has one of them")]
    [InlineData(GarmentKind.Top, "sleeve_length:Long Sleeves neck_design:Turtle Neck neckline_design:V Neckline", "hides the neckline")]
    [InlineData(GarmentKind.Coat, "coat_length:Long Length sleeve_length:Long Sleeves lapel_design:Notched neckline_design:V Neckline",
        "is the edge of the opening")]
    [InlineData(GarmentKind.Top, "sleeve_length:Long Sleeves collar_design:Shirt Collar neckline_design:Strapless Neck",
        "needs an edge around the neck")]
    [InlineData(GarmentKind.Coat, "coat_length:Long Length sleeve_length:Long Sleeves neckline_design:Off Shoulder",
        "hangs from both shoulders")]
    [InlineData(GarmentKind.Top, "sleeve_length:Long Sleeves neckline_design:Strapless Neck", "no shoulder to sew a sleeve to")]
    [InlineData(GarmentKind.Top, "sleeve_length:Sleeveless neckline_design:Off Shoulder", "held by its sleeves")]
    [InlineData(GarmentKind.Top, "sleeve_length:Sleeveless", "ends somewhere at the neck")]
    [InlineData(GarmentKind.Jumpsuit, "pant_length:Full Length skirt_length:Midi Length", "both a skirt and trouser legs")]
    public void Render_ImpossibleGarment_RefusesWithTheReason(GarmentKind kind, string values, string reason)
    {
        var spec = Wardrobe.Spec(kind, 1, [.. Split(values)]);

        var refused = Assert.Throws<ArgumentException>(() => GarmentRenderer.Render(spec, 64, 64));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Cover.Hair, "somebody who wears")]
    [InlineData(Cover.CrossedArms, "somebody who wears")]
    public void Render_FlatGarmentCoveredByAPerson_RefusesWithTheReason(Cover cover, string reason)
    {
        var refused = Assert.Throws<ArgumentException>(() => GarmentRenderer.Render(Wardrobe.Dress() with { Cover = cover }, 64, 64));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Cover.Scarf, "could cover")]
    [InlineData(Cover.CropSides, "could cut off")]
    public void Render_TrousersCoveredAtTheNeck_RefusesWithTheReason(Cover cover, string reason)
    {
        var trousers = Wardrobe.With("pant_length", 1) with { Cover = cover };

        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => GarmentRenderer.Render(trousers, 64, 64)).Message,
            StringComparison.Ordinal);
    }

    // "attribute:value attribute:value", where values have spaces of their own.
    private static IEnumerable<(string, string)> Split(string values)
    {
        var parts = values.Split(':');
        for (var i = 0; i + 1 < parts.Length; i++)
        {
            var attribute = parts[i].Split(' ')[^1];
            var value = i + 2 < parts.Length ? parts[i + 1][..parts[i + 1].LastIndexOf(' ')] : parts[i + 1];
            yield return (attribute, value);
        }
    }
}
