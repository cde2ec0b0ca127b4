using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Tests;

/// <summary>Garments that tests draw.</summary>
internal static class Wardrobe
{
    public static AttributeVocabulary Vocabulary => AttributeVocabularyFile.Default;

    public static GarmentSpec Spec(GarmentKind kind, ulong seed, params (string Attribute, string Value)[] values) =>
        new(kind, values.Aggregate(GarmentValues.Nothing(Vocabulary), (all, one) => all.With(one.Attribute, one.Value)),
            new GarmentSeed(seed));

    public static GarmentSpec Dress(string skirt = "Knee Length", string sleeve = "Short Sleeves", string neckline = "V Neckline",
        ulong seed = 7) =>
        Spec(GarmentKind.Dress, seed, ("skirt_length", skirt), ("sleeve_length", sleeve), ("neckline_design", neckline));

    /// <summary>A garment that can have every value of an attribute.</summary>
    public static GarmentSpec With(string attribute, ulong seed) => attribute switch
    {
        "skirt_length" => Dress(seed: seed),
        "pant_length" => Spec(GarmentKind.Trousers, seed, ("pant_length", "Full Length")),
        "coat_length" =>
            Spec(GarmentKind.Coat, seed, ("coat_length", "Knee Length"), ("sleeve_length", "Long Sleeves"), ("lapel_design", "Notched")),
        "lapel_design" =>
            Spec(GarmentKind.Coat, seed, ("coat_length", "Long Length"), ("sleeve_length", "Long Sleeves"), ("lapel_design", "Notched")),
        "collar_design" => Spec(GarmentKind.Top, seed, ("sleeve_length", "Long Sleeves"), ("collar_design", "Shirt Collar")),
        "neck_design" => Spec(GarmentKind.Top, seed, ("sleeve_length", "Long Sleeves"), ("neck_design", "Turtle Neck")),
        "neckline_design" => Spec(GarmentKind.Top, seed, ("sleeve_length", "Short Sleeves"), ("neckline_design", "V Neckline")),
        _ => Spec(GarmentKind.Top, seed, ("sleeve_length", "Long Sleeves"), ("neckline_design", "Round Neckline")),
    };
}
