using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>Chooses cloth that suits a kind of garment.</summary>
internal static class FabricChooser
{
    public static Fabric Choose(GarmentKind kind, GarmentSeed seed, GarmentStyle style)
    {
        var random = seed.Stream("cloth");
        var weave = style.Weave ?? Weave(kind, random);
        var print = style.Print ?? Print(kind, weave, random);
        var name = style.Colour ?? (weave == ClothWeave.Denim ? random.Pick("Blue", "Navy", "Light blue", "Black") : Palette.Draw(random));
        var partner = Palette.Partner(name, random);
        var third = Palette.Partner(partner, random);
        var scale = print switch
        {
            ClothPrint.Stripe => random.Range(2.2f, 7),
            ClothPrint.Pinstripe => random.Range(1.2f, 2.6f),
            ClothPrint.Check => random.Range(2.4f, 12),
            ClothPrint.Dot => random.Range(2, 5.5f),
            ClothPrint.Floral => random.Range(12, 25),
            _ => 8,
        };
        return new Fabric(name, Vary(Palette.Colour(name), random), Palette.Colour(partner), Palette.Colour(third), print, weave,
            random.NextBits(), scale)
        {
            YarnWidth = weave == ClothWeave.Knit ? random.Range(.45f, .85f) : .35f,
            RibWidth = weave == ClothWeave.Knit && print is ClothPrint.Solid && random.Chance(.35f) ? random.Range(.8f, 1.5f) : 0,
        };
    }

    private static ClothWeave Weave(GarmentKind kind, RandomStream random) => kind switch
    {
        GarmentKind.Coat =>
            random.Pick(ClothWeave.Wool, ClothWeave.Wool, ClothWeave.Wool, ClothWeave.Cotton, ClothWeave.Cotton, ClothWeave.Denim,
            ClothWeave.Knit),
        GarmentKind.Trousers => random.Pick(ClothWeave.Denim, ClothWeave.Cotton, ClothWeave.Cotton, ClothWeave.Jersey, ClothWeave.Wool),
        GarmentKind.Skirt => random.Pick(ClothWeave.Cotton, ClothWeave.Denim, ClothWeave.Satin, ClothWeave.Jersey),
        GarmentKind.Top => random.Pick(ClothWeave.Jersey, ClothWeave.Jersey, ClothWeave.Cotton, ClothWeave.Satin, ClothWeave.Knit),
        _ => random.Pick(ClothWeave.Jersey, ClothWeave.Cotton, ClothWeave.Cotton, ClothWeave.Satin),
    };

    private static ClothPrint Print(GarmentKind kind, ClothWeave weave, RandomStream random) => weave switch
    {
        ClothWeave.Denim => ClothPrint.Solid,
        ClothWeave.Knit => random.Pick(ClothPrint.Solid, ClothPrint.Solid, ClothPrint.Stripe, ClothPrint.Melange),
        ClothWeave.Wool => random.Pick(ClothPrint.Solid, ClothPrint.Solid, ClothPrint.Check, ClothPrint.Melange, ClothPrint.Pinstripe),
        _ when kind is GarmentKind.Coat or GarmentKind.Trousers =>
            random.Pick(ClothPrint.Solid, ClothPrint.Solid, ClothPrint.Solid, ClothPrint.Pinstripe, ClothPrint.Check),
        ClothWeave.Satin => random.Pick(ClothPrint.Solid, ClothPrint.Solid, ClothPrint.Floral, ClothPrint.Dot),
        _ => random.Pick(
            ClothPrint.Solid, ClothPrint.Solid, ClothPrint.Solid, ClothPrint.Solid, ClothPrint.Stripe, ClothPrint.Check, ClothPrint.Dot,
            ClothPrint.Floral, ClothPrint.Floral, ClothPrint.Pinstripe),
    };

    private static SKColor Vary(SKColor colour, RandomStream random)
    {
        colour.ToHsl(out var hue, out var saturation, out var lightness);
        return SKColor.FromHsl((hue + random.Range(-4, 4) + 360) % 360, Math.Clamp(saturation * random.Range(.88f, 1.12f), 0, 100),
            Math.Clamp(lightness * random.Range(.94f, 1.06f), 0, 97));
    }
}
