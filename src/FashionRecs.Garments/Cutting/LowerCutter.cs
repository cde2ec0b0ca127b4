using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts skirts from the waist down: pencil, A-line, gathered, tiered or pleated.</summary>
internal static class LowerCutter
{
    private const float Top = BodyProportions.Waist;

    /// <summary>Whether a dress has no seam at the waist.</summary>
    public static bool CutInOne(GarmentSpec spec) => spec.Kind == GarmentKind.Dress && spec.Seed.Stream("dress").Chance(.36f);

    public static void Skirt(CutGarment garment, Draft draft, float waistHalf)
    {
        var spec = draft.Spec;
        var random = spec.Seed.Stream("skirt");
        var hem = Hem(spec);
        var stiff = draft.Fabric.Weave is ClothWeave.Denim;
        var style = stiff ? random.Range(0, .5f) : random.Unit();
        var flare = style < .2f ? random.Range(-.03f, .02f) : style < .5f ? random.Range(.06f, .17f) : style < .62f
            ? random.Range(.07f, .15f) : random.Range(.16f, .3f);
        var hip = Math.Max(draft.Body.HipHalf + (draft.Flat ? 2 : .8f), waistHalf + 2.6f) + (Math.Max(0, flare) * 9);
        float Half(float y) => y < 60
            ? waistHalf + ((hip - waistHalf) * MathF.Sin(Math.Clamp((y - Top) / 20, 0, 1) * MathF.PI / 2))
            : hip + (flare * (y - 60));
        var folds = new List<IRelief> { new Crumple(random.NextBits(), 9, 19, .24f) };
        Gathers? waves = null;
        if (style < .5f)
        {
            folds.AddRange(Folds.Torso(random, hip));
        }
        else if (style < .62f)
        {
            folds.Add(new Pleats(Top, Half, random.Below(8) + 13, .5f));
        }
        else
        {
            waves = new Gathers(Top, Half, random.Range(3, 6.5f), random.Range(.4f, .75f), 45, random.Range(0, 6));
            folds.Add(waves);
            folds.Add(new Gathers(Top, Half, random.Range(10, 15), .3f, -13, random.Range(0, 6)));
        }

        var tiered = style > .86f;
        var seams = new List<Seam>();
        for (var y = 63f; tiered && y < hem - 9; y += 24)
        {
            folds.Add(new Gathers(y, Half, random.Range(13, 19), .34f, -9, random.Range(0, 6)));
            seams.Add(new Seam(Hemline(Half, y, flare, null), .3f, .4f));
        }

        if (waves is null)
        {
            seams.Add(new Seam(Hemline(y => Half(y) - .2f, hem - 2.6f, flare, null), .16f, stiff ? -.5f : .22f, .55f));
        }

        if (stiff)
        {
            seams.Add(new Seam(new Outline().To(0, Top).To(0, 150).Open(), .25f, .35f));
        }

        garment.Front.Add(new Piece("skirt", Shape(Half, hem, flare, waves)) { Reliefs = folds, Seams = seams, Lift = .3f });
        garment.Regions[Codes.Skirt] = new BodyRegion(garment.Front[^1].Shape, Outline.Rectangle(-Half(hem), hem - 8, Half(hem), hem + 2));
    }

    /// <summary>The region of a skirt that is one piece with the torso: from the waist to the hem.</summary>
    public static void MarkSkirt(CutGarment garment, Draft draft)
    {
        var hem = Hem(draft.Spec);
        var half = draft.Cut.At(hem) + 3;
        using var lower = Outline.Rectangle(-half, Top, half, hem + 4);
        var torso = garment.Front.First(piece => piece.Name == "torso");
        garment.Regions[Codes.Skirt] =
            new BodyRegion(torso.Shape.Op(lower, SKPathOp.Intersect)!, Outline.Rectangle(-half, hem - 8, half, hem + 2));
    }

    private static float Hem(GarmentSpec spec) => LengthTable.End(spec, Codes.Skirt);

    private static SKPath Shape(Func<float, float> half, float hem, float flare, Gathers? waves)
    {
        List<float> heights = [44, 48, 53, 60];
        for (var y = 68f; y < hem - 3 - Lift(flare); y += 8)
        {
            heights.Add(y);
        }

        var outline = new Outline().To(-half(Top), Top)
            .Through([.. heights.Select(y => new SKPoint(-half(y), y)), new(-half(hem), hem - Lift(flare))]);
        outline.Through([.. Enumerable.Range(1, 32).Select(i => HemPoint(half, hem, flare, waves, (i / 16f) - 1))]);
        heights.Reverse();
        return outline.Through([.. heights.Select(y => new SKPoint(half(y), y)), new(half(Top), Top)]).Bend(0, Top + 1.4f, -half(Top), Top)
            .Close();
    }

    private static SKPath Hemline(Func<float, float> half, float y, float flare, Gathers? waves) =>
        new Outline().To(-half(y), y - Lift(flare))
            .Through([.. Enumerable.Range(1, 16).Select(i => HemPoint(half, y, flare, waves, (i / 8f) - 1))]).Open();

    // A flared hem is an arc, higher at the sides, and waves with the folds above it.
    private static SKPoint HemPoint(Func<float, float> half, float hem, float flare, Gathers? waves, float across) =>
        new(half(hem) * across, hem - (Lift(flare) * across * across) + ((waves?.Wave(across) ?? 0) * .7f) + .3f);

    private static float Lift(float flare) => 1 + (Math.Max(0, flare) * 13);
}
