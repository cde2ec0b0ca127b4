using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Ranking;

/// <summary>What is believed of a length as a whole, whose values are ordered from shortest to longest. Pure.</summary>
public static class LengthBelief
{
    /// <summary>
    /// The expected place among the visible values, 0 for the shortest: between two places where it is not sure which. Null where none is
    /// believed in.
    /// </summary>
    public static double? Place(AttributeReading reading)
    {
        var (sum, weight, place) = (0.0, 0.0, 0);
        foreach (var value in reading.Attribute.VisibleValues)
        {
            var probability = reading.Probabilities[value.Position];
            sum += probability * place++;
            weight += probability;
        }

        return weight > 0 ? sum / weight : null;
    }

    /// <summary>
    /// How likely another product shows a longer value of an attribute that one shows, in [0, 1], as if the two pictures were mistaken
    /// independently; 0 where nothing is believed of the one.
    /// </summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other, of the same attribute.</param>
    public static double Longer(AttributeReading one, AttributeReading other) => Beyond(one, other, longer: true);

    /// <summary>How likely another product shows a shorter value.</summary>
    public static double Shorter(AttributeReading one, AttributeReading other) => Beyond(one, other, longer: false);

    private static double Beyond(AttributeReading one, AttributeReading other, bool longer)
    {
        // What the one may be so far, walking towards the asked end.
        var (passed, both) = (0.0, 0.0);
        foreach (var value in longer ? one.Attribute.VisibleValues : one.Attribute.VisibleValues.Reverse())
        {
            both += passed * other.Probabilities[value.Position];
            passed += one.Probabilities[value.Position];
        }

        return passed > 0 ? both / passed : 0;
    }
}
