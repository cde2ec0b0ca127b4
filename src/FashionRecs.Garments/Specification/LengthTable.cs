namespace FashionRecs.Garments.Specification;

/// <summary>
/// Where FashionAI's length values end on the body: centimetres below the neck point for hems
/// (waist 40, hip 61, knee 101, calf 118, ankle 136, floor 146), centimetres along the arm from the shoulder
/// for sleeves (elbow 31, wrist 57). Neighbours leave a gap that nobody would call either.
/// </summary>
internal static class LengthTable
{
    private static readonly Dictionary<(string Attribute, string Value), (float From, float To)> Ends = new()
    {
        [(Codes.Coat, "High Waist Length")] = (35, 45),
        [(Codes.Coat, "Regular Length")] = (55, 62),
        [(Codes.Coat, "Long Length")] = (68, 74),
        [(Codes.Coat, "Micro Length")] = (81, 89),
        [(Codes.Coat, "Knee Length")] = (97, 104),
        [(Codes.Coat, "Midi Length")] = (113, 122),
        [(Codes.Coat, "Ankle&Floor Length")] = (132, 142),
        [(Codes.Skirt, "Short Length")] = (77, 91),
        [(Codes.Skirt, "Knee Length")] = (98, 105),
        [(Codes.Skirt, "Midi Length")] = (113, 122),
        [(Codes.Skirt, "Ankle Length")] = (129, 136),
        [(Codes.Skirt, "Floor Length")] = (143, 147),
        [(Codes.Pant, "Short Pant")] = (77, 90),
        [(Codes.Pant, "Mid Length")] = (97, 104),
        [(Codes.Pant, "3/4 Length")] = (112, 119),
        [(Codes.Pant, "Cropped Pant")] = (126, 132),
        [(Codes.Pant, "Full Length")] = (139, 144),
        [(Codes.Sleeve, "Sleeveless")] = (0, 0),
        [(Codes.Sleeve, "Cup Sleeves")] = (6, 9),
        [(Codes.Sleeve, "Short Sleeves")] = (15, 21),
        [(Codes.Sleeve, "Elbow Sleeves")] = (29, 33),
        [(Codes.Sleeve, "3/4 Sleeves")] = (40, 45),
        [(Codes.Sleeve, "Wrist Length")] = (50, 53),
        [(Codes.Sleeve, "Long Sleeves")] = (58, 61),
        [(Codes.Sleeve, "Extra Long Sleeves")] = (68, 74),
    };

    /// <summary>Where a garment's length ends, in centimetres; its seed chooses within the value's span.</summary>
    /// <exception cref="KeyNotFoundException">The garment has no such length.</exception>
    public static float End(GarmentSpec spec, string attribute)
    {
        var (from, to) = Ends[(attribute, spec.Values[attribute])];
        return from + ((to - from) * spec.Seed.Stream(attribute.Replace('_', ' ')).Unit());
    }
}
