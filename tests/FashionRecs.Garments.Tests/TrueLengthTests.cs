using FashionRecs.Garments.Truth;

namespace FashionRecs.Garments.Tests;

public class TrueLengthTests
{
    [Fact]
    public void Of_GarmentsOfAllLengths_LiesWithinTheValuesOrder()
    {
        foreach (var attribute in Wardrobe.Vocabulary.Attributes.Where(attribute => attribute.IsLength))
        {
            // The longest of a value is shorter than the shortest of the next, whatever the seed chose.
            var spans = attribute.VisibleValues.Select(value =>
                Enumerable.Range(1, 12).Select(seed => Wardrobe.With(attribute.Code, (ulong)seed))
                .Select(spec => TrueLength.Of(spec with { Values = spec.Values.With(value) }, attribute)!.Value).ToArray()).ToArray();
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.Max() < pair.Second.Min(), attribute.Code));
            Assert.Contains(spans, span => span.Distinct().Count() > 1);
        }
    }

    [Fact]
    public void Of_WhatIsNoLengthOrNotShown_IsNull()
    {
        var trousers = Wardrobe.With("pant_length", 7);

        Assert.Null(TrueLength.Of(trousers, Wardrobe.Vocabulary["neckline_design"]));
        Assert.Null(TrueLength.Of(trousers, Wardrobe.Vocabulary["coat_length"]));
        Assert.NotNull(TrueLength.Of(trousers, Wardrobe.Vocabulary["pant_length"]));
    }
}
