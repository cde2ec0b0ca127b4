using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Sets;

/// <summary>Draws specifications so that all values come about equally often: each picture has one value as its theme.</summary>
public sealed class SpecSampler(AttributeVocabulary vocabulary, GarmentSeed seed)
{
    private static readonly string[] Collars = ["Shirt Collar", "Peter Pan", "Puritan Collar", "Rib Collar"];
    private static readonly string[] Raised = ["Turtle Neck", "Ruffle Semi-High Collar", "Low Turtle Neck", "Draped Collar"];
    private static readonly string[] Lapels = ["Notched", "Collarless", "Shawl Collar", "Plus Size Shawl"];

    /// <summary>The specification of the picture with the given zero-based number.</summary>
    /// <param name="number">Zero-based number in the set.</param>
    /// <param name="theme">The value to show, or null to take all in turn.</param>
    /// <param name="cluttered">Whether to vary ground, light, presentation and framing as training needs it.</param>
    public GarmentSpec Draw(int number, AttributeValue? theme = null, bool cluttered = true)
    {
        var child = seed.Child(number);
        var random = child.Stream("sampler");
        theme ??= vocabulary.Values[number % vocabulary.Values.Count];
        for (var attempt = 0; ; attempt++)
        {
            var kind = Kind(theme, random);
            var values = Fill(kind, theme, random);
            if (CombinationRules.Refusal(kind, values) is null && (theme.IsInvisible || values[theme.Attribute] == theme))
            {
                var presentation = cluttered
                    ? random.Pick(Presentation.FlatLay, Presentation.FlatLay, Presentation.FlatLay, Presentation.Mannequin,
                    Presentation.Person) : Presentation.FlatLay;
                var cover = theme.IsInvisible && cluttered && values.Shows(theme.Attribute.Code) ? CoverFor(theme.Attribute.Code, random)
                    : null;
                return new GarmentSpec(kind, values, child,
                    cover is Cover.Hair or Cover.CrossedArms ? Presentation.Person : presentation) { Cover = cover, Cluttered = cluttered,
                Style = Style(kind, values, child) };
            }

            if (attempt > 500)
            {
                throw new InvalidOperationException($"No garment with '{theme}' was found; the rules refuse all of them.");
            }
        }
    }

    // A turtleneck is knitted more often than not.
    private static GarmentStyle Style(GarmentKind kind, GarmentValues values, GarmentSeed seed) =>
        kind == GarmentKind.Top && values[Codes.Neck] is "Turtle Neck" or "Low Turtle Neck"
            && seed.Stream("style").Unit() is < .75f and var share
            ? new GarmentStyle { Weave = share < .5f ? Cloth.ClothWeave.Knit : Cloth.ClothWeave.Jersey }
            : new GarmentStyle();

    private static Cover? CoverFor(string attribute, RandomStream random) => attribute switch
    {
        Codes.Lapel => random.Pick(Cover.Scarf, Cover.CropTop),
        Codes.Collar or Codes.Neck or Codes.Neckline => random.Pick(Cover.Hair, Cover.Scarf, Cover.CropTop, Cover.CrossedArms),
        Codes.Sleeve => Cover.CropSides,
        _ => Cover.CropBottom,
    };

    private static GarmentKind Kind(AttributeValue theme, RandomStream random)
    {
        var upper = random.Pick(GarmentKind.Top, GarmentKind.Top, GarmentKind.Top, GarmentKind.Dress, GarmentKind.Dress, GarmentKind.Dress,
            GarmentKind.Jumpsuit);
        if (theme.IsInvisible)
        {
            return random.Pick(Enum.GetValues<GarmentKind>());
        }

        return theme.Attribute.Code switch
        {
            Codes.Skirt => random.Pick(GarmentKind.Skirt, GarmentKind.Dress),
            Codes.Pant =>
                random.Pick(GarmentKind.Trousers, GarmentKind.Trousers, GarmentKind.Trousers, GarmentKind.Trousers, GarmentKind.Jumpsuit),
            Codes.Coat or Codes.Lapel => GarmentKind.Coat,
            Codes.Sleeve or Codes.Collar => random.Chance(.2f) ? GarmentKind.Coat : upper,
            _ => upper,
        };
    }

    private GarmentValues Fill(GarmentKind kind, AttributeValue theme, RandomStream random)
    {
        var values = GarmentValues.Nothing(vocabulary);
        void Put(string attribute, string? only = null) =>
            values =
            values.With(only is null ? random.Pick([.. vocabulary[attribute].VisibleValues]) : vocabulary.TryFind(attribute, only)!);
        if (kind is GarmentKind.Skirt or GarmentKind.Dress)
        {
            Put(Codes.Skirt);
        }

        if (kind is GarmentKind.Trousers or GarmentKind.Jumpsuit)
        {
            Put(Codes.Pant);
        }

        if (kind is GarmentKind.Trousers or GarmentKind.Skirt)
        {
            return theme.IsInvisible || !values.Shows(theme.Attribute.Code) ? values : values.With(theme);
        }

        Put(Codes.Sleeve);
        if (kind == GarmentKind.Coat)
        {
            Put(Codes.Coat);
            if (theme.Attribute.Code != Codes.Sleeve)
            {
                // Few coats have anything but long sleeves.
                Put(Codes.Sleeve,
                    random.Pick("Long Sleeves", "Long Sleeves", "Long Sleeves", "Wrist Length", "3/4 Sleeves", "Extra Long Sleeves",
                    "Sleeveless"));
            }
        }

        var attribute = theme.IsInvisible ? null : theme.Attribute.Code;
        Upper(kind, attribute, Put, random);
        return theme.IsInvisible ? values : values.With(theme);
    }

    private static void Upper(GarmentKind kind, string? theme, Action<string, string?> put, RandomStream random)
    {
        var choice = random.Unit();
        if (theme is Codes.Collar || (theme is not (Codes.Lapel or Codes.Neck or Codes.Neckline) && choice < .25f))
        {
            put(Codes.Collar, random.Pick(Collars));
        }
        else if (theme is Codes.Lapel || kind == GarmentKind.Coat)
        {
            put(Codes.Lapel, random.Pick(Lapels));
        }
        else if (theme is Codes.Neck || (theme is not Codes.Neckline && choice < .5f))
        {
            put(Codes.Neck, random.Pick(Raised));
        }
        else
        {
            put(Codes.Neckline, null);
        }
    }
}
