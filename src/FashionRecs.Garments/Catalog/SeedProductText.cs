using FashionRecs.Domain.Text;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;

namespace FashionRecs.Garments.Catalog;

/// <summary>Finds the words for a drawn garment: type, name, description, price.</summary>
internal sealed class SeedProductText(GarmentSpec spec, RenderedPicture picture)
{
    private string Value(string attribute) => spec.Values[attribute];

    public string Type => spec.Kind switch
    {
        GarmentKind.Top when picture.Weave == ClothWeave.Knit => "Sweater",
        GarmentKind.Top when Value(Codes.Collar) == "Shirt Collar" && picture.Weave is ClothWeave.Cotton or ClothWeave.Denim => "Shirt",
        GarmentKind.Top when Value(Codes.Sleeve) == "Sleeveless" => "Top",
        GarmentKind.Top when picture.Weave == ClothWeave.Jersey && Value(Codes.Neckline) is "Round Neckline" or "V Neckline" =>
            Value(Codes.Sleeve) is "Short Sleeves" or "Cup Sleeves" or "Elbow Sleeves" ? "T-shirt" : "Top",
        GarmentKind.Top => "Blouse",
        GarmentKind.Coat when picture.Weave == ClothWeave.Knit => "Cardigan",
        GarmentKind.Coat when Value(Codes.Coat) is "Micro Length" or "Knee Length" or "Midi Length" or "Ankle&Floor Length" => "Coat",
        GarmentKind.Coat when Value(Codes.Lapel) == "Notched" => "Blazer",
        GarmentKind.Coat => "Jacket",
        GarmentKind.Trousers when Value(Codes.Pant) is "Short Pant" or "Mid Length" => "Shorts",
        GarmentKind.Trousers when picture.Weave == ClothWeave.Denim => "Jeans",
        _ => spec.Kind.ToString(),
    };

    public string Group => spec.Kind switch
    {
        GarmentKind.Top or GarmentKind.Coat => "Garment Upper body",
        GarmentKind.Dress or GarmentKind.Jumpsuit => "Garment Full body",
        _ => "Garment Lower body",
    };

    public string Name
    {
        get
        {
            var first = picture.Print switch
            {
                ClothPrint.Stripe => "Striped ",
                ClothPrint.Pinstripe => "Pinstriped ",
                ClothPrint.Check => "Checked ",
                ClothPrint.Dot => "Dotted ",
                ClothPrint.Floral => "Floral ",
                ClothPrint.Melange => "Melange ",
                _ => picture.Weave switch { ClothWeave.Satin => "Satin ", ClothWeave.Denim when Type != "Jeans" => "Denim ",
                    ClothWeave.Wool => "Wool-blend ", ClothWeave.Cotton => "Cotton ", ClothWeave.Jersey => "Jersey ", _ => "" },
            };
            return Phrases.Capital(first + Length + Type.ToLowerInvariant() + NeckWords);
        }
    }

    public string Description => ProductDescription.For(spec, picture, Type);

    public decimal Price
    {
        get
        {
            var start = Type switch { "Coat" => 99, "Blazer" => 69, "Jacket" => 59, "Cardigan" => 45, "Dress" => 39, "Jumpsuit" => 45,
                "Sweater" => 34, "Shirt" => 29, "Jeans" or "Trousers" => 35, "Skirt" => 29, "Shorts" => 19, "T-shirt" => 12, _ => 22 };
            var cloth = picture.Weave is ClothWeave.Satin or ClothWeave.Wool ? 10 : 0;
            return start + cloth + (spec.Seed.Stream("price").Below(5) * 5) + .99m;
        }
    }

    private string Length => spec.Kind switch
    {
        GarmentKind.Dress or GarmentKind.Skirt =>
            Value(Codes.Skirt) switch { "Short Length" => "short ", "Knee Length" => "knee-length ", "Midi Length" => "midi ",
            "Ankle Length" => "ankle-length ", _ => "maxi " },
        GarmentKind.Coat =>
            Value(Codes.Coat) switch { "High Waist Length" => "cropped ", "Long Length" => "longline ", "Knee Length" => "knee-length ",
            "Midi Length" => "midi ", "Ankle&Floor Length" => "full-length ", _ => "" },
        GarmentKind.Trousers or GarmentKind.Jumpsuit =>
            Value(Codes.Pant) switch { "Mid Length" => "knee-length ", "3/4 Length" => "three-quarter ", "Cropped Pant" => "cropped ",
            _ => "" },
        _ => "",
    };

    private string NeckWords
    {
        get
        {
            var value = spec.Values.All.FirstOrDefault(value => !value.IsInvisible
                && value.Attribute.Code is Codes.Collar or Codes.Lapel or Codes.Neck or Codes.Neckline && !value.IsInvisible);
            return value is null ? "" : $" with {value.PhraseWithArticle}";
        }
    }
}
