using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Text;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;

namespace FashionRecs.Garments.Catalog;

/// <summary>Describes a drawn garment in two or three sentences that say only what the picture shows.</summary>
internal static class ProductDescription
{
    public static string For(GarmentSpec spec, RenderedPicture picture, string type)
    {
        var random = spec.Seed.Stream("words");
        var colour = picture.Colour.ToLowerInvariant();
        var details = Phrases.List([.. spec.Values.All.Where(value => !value.IsInvisible).Select(Detail)]);
        var opening = random.Below(3) switch
        {
            0 => $"{type} in {colour} {Cloth(picture.Weave)}{Print(picture.Print)}.",
            1 => $"{(type.EndsWith('s') ? picture.Colour : An(colour))} {type.ToLowerInvariant()} made of "
                + $"{Cloth(picture.Weave)}{Print(picture.Print)}.",
            _ => $"{Phrases.Capital(Cloth(picture.Weave))} in {colour}{Print(picture.Print)}.",
        };
        return $"{opening} {Phrases.Capital(details)}. {Closing(spec, picture, random)}";
    }

    private static string Closing(GarmentSpec spec, RenderedPicture picture, Randomness.RandomStream random) => spec.Kind switch
    {
        GarmentKind.Coat when picture.Weave == ClothWeave.Knit =>
            random.Pick("A layer for the evening that goes over almost anything.", "Wear it open over a shirt or closed on its own."),
        GarmentKind.Coat =>
            random.Pick("Roomy enough for a knit underneath.", "Wear it open over a dress, or closed with a scarf.",
            "A layer for every day that is not quite warm."),
        GarmentKind.Dress when picture.Weave == ClothWeave.Satin =>
            random.Pick("It needs little more than a pair of sandals.", "Made for long evenings."),
        GarmentKind.Dress =>
            random.Pick("Wear it with boots or with bare feet.", "One piece, and you are dressed.", "Add a belt or leave it as it is."),
        GarmentKind.Jumpsuit => random.Pick("One piece, and you are dressed.", "Flat shoes by day, heels at night."),
        GarmentKind.Skirt => random.Pick("Tuck a shirt in or leave a knit over it.", "It goes with trainers as well as with boots."),
        GarmentKind.Trousers when picture.Weave == ClothWeave.Denim =>
            random.Pick("They soften with every wash.", "The pair you reach for without thinking."),
        GarmentKind.Trousers => random.Pick("Made to move in.", "They go with a blazer as well as with a T-shirt."),
        _ when picture.Weave == ClothWeave.Knit => random.Pick("Soft on the skin and easy to layer.", "For the first cold morning."),
        _ => random.Pick("Tucked in or worn loose.", "Goes under a blazer, stands on its own.", "An easy start to an outfit."),
    };

    private static string Detail(FashionRecs.Domain.Attributes.AttributeValue value) => value.Attribute.Code switch
    {
        Codes.Coat => value.Code switch
        {
            "High Waist Length" => "cropped above the waist", "Regular Length" => "hip length",
            "Long Length" => "a longer cut below the hip", "Micro Length" => "thigh length",
            "Knee Length" => "knee length", "Midi Length" => "midi length", _ => "length to the ankle",
        },
        _ => value.Code is "Short Pant" ? value.Phrase : value.PhraseWithArticle,
    };

    private static string Cloth(ClothWeave weave) => weave switch
    {
        ClothWeave.Satin => "flowing satin",
        ClothWeave.Denim => "sturdy denim",
        ClothWeave.Knit => "warm knit",
        ClothWeave.Wool => "dense wool blend",
        ClothWeave.Jersey => "fine jersey",
        _ => "crisp cotton",
    };

    private static string Print(ClothPrint print) => print switch
    {
        ClothPrint.Stripe => " with stripes",
        ClothPrint.Pinstripe => " with fine stripes",
        ClothPrint.Check => " with checks",
        ClothPrint.Dot => " with dots",
        ClothPrint.Floral => " with a floral print",
        ClothPrint.Melange => ", flecked",
        _ => "",
    };

    private static string An(string phrase) => $"{Phrases.Capital(AttributeValue.ArticleBefore(phrase))} {phrase}";
}
