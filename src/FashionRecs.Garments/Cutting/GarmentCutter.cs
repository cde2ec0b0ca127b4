using FashionRecs.Garments.Body;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Turns a specification into pieces of cloth.</summary>
internal static class GarmentCutter
{
    public static CutGarment Cut(GarmentSpec spec)
    {
        var body = new BodyProportions(spec.Seed);
        var cut = new Silhouette(body, spec.Kind, spec.Seed, spec.Presentation);
        var metal = spec.Seed.Stream("metal").Pick(new SKColor(0x2B, 0x28, 0x26), new SKColor(0xE9, 0xE2, 0xD2), new SKColor(0xB8, 0x9A, 0x5E), new SKColor(0x5A, 0x42, 0x33));
        var garment = new CutGarment();
        var lower = spec.Kind is GarmentKind.Skirt or GarmentKind.Trousers;
        var waist = lower ? body.WaistHalf + (spec.Presentation == Presentation.FlatLay ? 4 : 1.5f) : cut.Waist;
        if (spec.Values.Shows(Codes.Skirt))
        {
            LowerCutter.Skirt(garment, spec, body, waist);
        }

        if (spec.Values.Shows(Codes.Pant))
        {
            LowerCutter.Legs(garment, spec, body, waist);
        }

        if (lower)
        {
            LowerCutter.Waistband(garment, spec, waist, metal);
        }
        else
        {
            UpperCutter.Cut(garment, spec, body, cut, metal);
        }

        return garment;
    }
}
