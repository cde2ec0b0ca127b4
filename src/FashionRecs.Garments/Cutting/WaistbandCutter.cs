using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>
/// Adds the waistband of trousers and skirts: the inside of its back, the band, loops, a button and a fly, or elastic with a cord.
/// </summary>
internal static class WaistbandCutter
{
    public static void Add(CutGarment garment, Draft draft, float half)
    {
        var random = draft.Spec.Seed.Stream("waistband");
        var (trousers, denim) = (draft.Spec.Kind == GarmentKind.Trousers, draft.Fabric.Weave == ClothWeave.Denim);
        var elastic =
            random.Chance(draft.Fabric.Weave switch { ClothWeave.Denim => 0, ClothWeave.Jersey or ClothWeave.Knit => 1, _ => .25f });
        var cord = elastic && random.Chance(.5f);
        if (draft.Flat)
        {
            garment.Behind.Add(
                new Piece("back band",
                new Outline().To(-half + .2f, 38.2f).Bend(0, 37, half - .2f, 38.2f).To(half - .2f, 41).To(-half + .2f, 41)
                .Close()) { Slot = ClothSlot.Inside, Light = .74f, Ribs = elastic ? 1 : 0, Flat = true, Lift = .5f });
        }

        var band = new Outline().To(-half, 38).Bend(0, 40.2f, half, 38).To(half + .3f, 41.8f).Bend(0, 44, -half - .3f, 41.8f).Close();
        var seams = new List<Seam> { Line(half, 41.5f, .24f, .45f, 0) };
        if (!elastic)
        {
            var dash = denim ? -.5f : .2f;
            seams.Add(Line(half - .2f, 38.5f, .14f, dash, .55f));
            if (trousers)
            {
                seams.Add(new Seam(new Outline().To(0, 39).To(0, 43).Open(), .25f, .5f));
                garment.Front.Add(Fly(denim, dash));
            }
        }

        garment.Front.Add(new Piece("waistband", band)
        {
            Ribs = elastic ? 1 : 0, Seams = seams, Lift = .25f, Thickness = .6f, Flat = true,
            Buttons = trousers && !elastic ? [new Button(new(1.4f, 41), .85f, denim ? new SKColor(0xA8, 0x86, 0x54) : draft.Metal)] : [],
        });
        if (!elastic && (trousers || denim))
        {
            foreach (var x in new[] { -.62f, .62f })
            {
                garment.Front.Add(
                    new Piece("loop", Outline.Rectangle((half * x) - .6f, 38.3f, (half * x) + .6f, 42.9f)) { Lift = .3f, Thickness = .5f,
                    Flat = true });
            }
        }

        if (cord)
        {
            foreach (var side in new[] { -1, 1 })
            {
                var end = new Outline().To(side * .4f, 41.6f).Bend(side * 3.5f, 46, side * random.Range(1.2f, 3), random.Range(53, 57))
                    .Open();
                garment.Front.Add(
                    new Piece("cord", Outline.Band(end, .75f)) { Slot = ClothSlot.Trim, Lift = .35f, Thickness = .5f, Flat = true });
            }
        }
    }

    private static Piece Fly(bool denim, float dash) => new("fly", Outline.Rectangle(-.2f, 41.6f, 4.4f, 66))
    {
        // Only its lines are drawn: the cloth is that of the legs.
        Clear = true,
        Seams =
        [
            new Seam(new Outline().To(0, 42).To(0, 66).Open(), .28f, .4f),
            new Seam(new Outline().To(3, 42.5f).To(3, 53).Bend(2.9f, 57.4f, .2f, 59).Open(), .16f, dash, .55f),
            .. denim ? (Seam[])[new Seam(new Outline().To(3.6f, 42.5f).To(3.6f, 53).Bend(3.4f, 58.2f, .2f, 59.8f).Open(), .16f, dash, .55f)]
                : [],
        ],
    };

    private static Seam Line(float half, float y, float width, float darkness, float dash) =>
        new(new Outline().To(-half, y).Bend(0, y + 2.2f, half, y).Open(), width, darkness, dash);
}
