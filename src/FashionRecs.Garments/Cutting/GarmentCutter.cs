using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Cutting;

/// <summary>Turns a specification into pieces of cloth.</summary>
internal static class GarmentCutter
{
    public static CutGarment Cut(Draft draft)
    {
        var (spec, garment) = (draft.Spec, new CutGarment());
        var lower = spec.Kind is GarmentKind.Skirt or GarmentKind.Trousers;
        var waist = lower ? draft.Body.WaistHalf + (draft.Flat ? 4 : 1.2f) : draft.Cut.Waist;
        if (spec.Values.Shows(Codes.Skirt) && !LowerCutter.CutInOne(spec))
        {
            LowerCutter.Skirt(garment, draft, waist);
        }

        if (spec.Values.Shows(Codes.Pant))
        {
            LegsCutter.Cut(garment, draft, waist);
        }

        if (lower)
        {
            WaistbandCutter.Add(garment, draft, waist);
        }
        else
        {
            UpperCutter.Cut(garment, draft);
        }

        if (spec.Kind == GarmentKind.Dress && LowerCutter.CutInOne(spec))
        {
            LowerCutter.MarkSkirt(garment, draft);
        }

        return garment;
    }
}
