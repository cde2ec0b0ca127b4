using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>What all cutters need: the specification, the wearer, the half widths, the cloth, the colour of buttons.</summary>
internal sealed record Draft(GarmentSpec Spec, BodyProportions Body, Silhouette Cut, Fabric Fabric, SKColor Metal)
{
    public bool Flat => Spec.Presentation == Presentation.FlatLay;

    public static Draft For(GarmentSpec spec)
    {
        var body = new BodyProportions(spec.Seed);
        var fabric = FabricChooser.Choose(spec.Kind, spec.Seed, spec.Style);
        var metal = spec.Seed.Stream("metal").Pick(
            Shade(fabric.Base, .72f), Shade(fabric.Base, .72f), new SKColor(0x2B, 0x28, 0x26), new SKColor(0xE9, 0xE2, 0xD2),
            new SKColor(0xB8, 0x9A, 0x5E), new SKColor(0x5A, 0x42, 0x33));
        return new Draft(spec, body, new Silhouette(body, spec), fabric, metal);
    }

    private static SKColor Shade(SKColor colour, float by) =>
        new((byte)(colour.Red * by), (byte)(colour.Green * by), (byte)(colour.Blue * by));
}
