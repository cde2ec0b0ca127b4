using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts skirts and trouser legs from the waist down.</summary>
internal static class LowerCutter
{
    public static void Skirt(CutGarment garment, GarmentSpec spec, BodyProportions body, float waistHalf)
    {
        var random = spec.Seed.Stream("skirt");
        var hem = LengthTable.End(Codes.Skirt, spec.Values[Codes.Skirt], spec.Seed.Stream("skirt length").Unit());
        var flare = random.Chance(.3f) ? random.Range(-.02f, .05f) : random.Range(.1f, .3f);
        var hip = Math.Max(body.HipHalf + 1, waistHalf + 2) + (flare * 10);
        var bottom = hip + (flare * (hem - 60));
        const float Top = BodyProportions.Waist;
        var shape = new Outline().To(-waistHalf, Top).Through(new(-waistHalf - ((hip - waistHalf) * .65f), 50), new(-hip, 60), new(-bottom, hem - 1))
            .Bend(0, hem + (flare * 9), bottom, hem - 1).Through(new(hip, 60), new(waistHalf + ((hip - waistHalf) * .65f), 50), new(waistHalf, Top)).Bend(0, Top + 1, -waistHalf, Top).Close();
        var folds = new List<IRelief> { new Crumple(random.NextBits(), 8, 18, .25f) };
        if (flare > .06f)
        {
            folds.Add(new Gathers(Top, hem + 3, waistHalf, bottom, random.Range(3, 7), random.Range(.35f, .7f), true, random.Range(0, 6)));
            folds.Add(new Gathers(Top, hem, waistHalf, bottom, random.Range(9, 14), .3f, false, random.Range(0, 6)));
        }
        else
        {
            folds.AddRange(Folds.Torso(random, hip, hem));
        }

        var stitch = new Outline().To(-bottom + .3f, hem - 3).Bend(0, hem - 2 + (flare * 9), bottom - .3f, hem - 3).Open();
        garment.Front.Add(new Piece("skirt", shape) { Reliefs = folds, Seams = [new Seam(stitch, .2f, .25f, .6f)] });
        garment.Regions[Codes.Skirt] = new BodyRegion(shape, Outline.Rectangle(-bottom, hem - 8, bottom, hem + 2));
    }

    public static void Legs(CutGarment garment, GarmentSpec spec, BodyProportions body, float waistHalf)
    {
        var style = spec.Seed.Stream("legs");
        var hem = LengthTable.End(Codes.Pant, spec.Values[Codes.Pant], spec.Seed.Stream("pant length").Unit());
        var wide = style.Chance(.3f) ? style.Range(2, 8) : style.Range(-3, 1.5f);
        var spread = style.Range(0, .05f);
        var hip = Math.Max(body.HipHalf + 2, waistHalf + 2.5f);
        var shapes = new List<SKPath>();
        for (var side = -1; side <= 1; side += 2)
        {
            var random = spec.Seed.Stream(side < 0 ? "leg left" : "leg right");
            float Outer(float y) => hip + (wide * (y - 60) / 80) + (spread * (y - 60)) - ((8 - (wide * .3f)) * Math.Clamp((y - 60) / 75, 0, 1) * .7f);
            float Inner(float y) => .6f + (spread * (y - 70)) - (wide * .25f * (y - 70) / 80) + (Math.Max(0, 2.5f - wide) * Math.Clamp((y - 70) / 50, 0, 1));
            SKPoint P(float x, float y) => new(side * x, y);
            var shape = new Outline().To(P(0, 40.5f)).To(P(waistHalf, 40)).Through(P(waistHalf + ((hip - waistHalf) * .7f), 50), P(hip, 60), P(Outer(80), Math.Min(80, hem - 4)), P(Outer(hem), hem))
                .Bend(P((Outer(hem) + Inner(hem)) / 2, hem + .8f), P(Inner(hem), hem)).Through(P(Inner(Math.Min(85, hem - 2)), Math.Min(85, hem - 2)), P(.4f, 70)).To(P(-.3f, 64)).Close();
            shapes.Add(shape);
            var middle = Enumerable.Range(0, 4).Select(i => P(hip * .45f, 66 + ((hem - 66) * i / 4f))).ToArray();
            var folds = Folds.Tube(random, middle, hip * .35f);
            folds.Add(new Fold(P(3, 67), P(hip * .75f, 74), random.Range(-1, 1), 1.1f, .5f));
            folds.Add(new Fold(P(hip * .46f, 60), P((Outer(hem) + Inner(hem)) / 2, hem + 20), 0, 1.4f, .3f));
            var cuff = new Outline().To(P(Outer(hem - 3), hem - 3)).To(P(Inner(hem - 3), hem - 3)).Open();
            var pocket = new Outline().To(P(waistHalf * .62f, 44)).Bend(P(waistHalf * .7f, 51), P(hip * .97f, 54)).Open();
            garment.Front.Add(new Piece(side < 0 ? "leg left" : "leg right", shape)
            {
                Reliefs = folds, Seams = [new Seam(cuff, .2f, .3f, .6f), new Seam(pocket, .35f, .4f)], Lift = .35f,
            });
        }

        var both = Outline.Union(shapes);
        garment.Regions[Codes.Pant] = new BodyRegion(both, Outline.Rectangle(-45, hem - 8, 45, hem + 2));
    }

    /// <summary>A waistband with a button and, on trousers, a fly.</summary>
    public static void Waistband(CutGarment garment, GarmentSpec spec, float half, SKColor metal)
    {
        var random = spec.Seed.Stream("waistband");
        var elastic = random.Chance(.35f);
        var band = new Outline().To(-half, 38).Bend(0, 39.2f, half, 38).To(half + .3f, 41.6f).Bend(0, 42.8f, -half - .3f, 41.6f).Close();
        var seams = new List<Seam> { new(new Outline().To(-half, 41.5f).Bend(0, 42.7f, half, 41.5f).Open(), .25f, .45f) };
        if (spec.Kind == GarmentKind.Trousers && !elastic)
        {
            seams.Add(new Seam(new Outline().To(2.4f, 42).Bend(2.4f, 54, 0, 57).Open(), .2f, .35f, .7f));
            seams.Add(new Seam(new Outline().To(0, 42).To(0, 66).Open(), .3f, .4f));
        }

        garment.Front.Add(new Piece("waistband", band)
        {
            Ribs = elastic ? 1.1f : 0, Seams = seams, Lift = .2f, Thickness = .5f,
            Buttons = elastic || spec.Kind != GarmentKind.Trousers ? [] : [new Button(new(0, 40.2f), .8f, metal)],
        });
    }
}
