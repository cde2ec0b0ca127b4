using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts two trouser legs; their width is a function of the height alone, so that shorts are cut-off trousers.</summary>
internal static class LegsCutter
{
    private const float Crotch = 69;

    public static void Cut(CutGarment garment, Draft draft, float waistHalf)
    {
        var spec = draft.Spec;
        var style = spec.Seed.Stream("legs");
        var hem = LengthTable.End(spec, Codes.Pant);
        var hip = Math.Max(draft.Body.HipHalf + (draft.Flat ? 2 : 1), waistHalf + 2.8f);
        var ankle = style.Unit() switch { < .4f => style.Range(12.5f, 15), < .75f => style.Range(16.5f, 20), _ => style.Range(21.5f, 27) };
        var knee = Math.Max(ankle, style.Range(17, 20));
        var gap = style.Range(.6f, 3.4f);
        var creased = draft.Fabric.Weave is ClothWeave.Wool or ClothWeave.Cotton && style.Chance(.55f);
        var turnUp = style.Chance(.25f);
        float Inner(float y) => .2f + (gap * Math.Clamp((y - Crotch) / 66, 0, 1.1f));
        float Width(float y) =>
            y < BodyProportions.Knee ? hip + ((knee - hip) * Smooth((y - Crotch) / (BodyProportions.Knee - Crotch)))
            : knee + ((ankle - knee) * Smooth((y - BodyProportions.Knee) / 38));
        float Outer(float y) =>
            y < 60 ? waistHalf + ((hip - waistHalf) * MathF.Sin((y - 40) / 20 * MathF.PI / 2)) : y < Crotch ? hip : Inner(y) + Width(y);
        var shapes = new List<SKPath>();
        foreach (var side in new[] { -1, 1 })
        {
            SKPoint P(float x, float y) => new(side * x, y);
            var shape = Leg(P, Inner, Outer, waistHalf, hem);
            shapes.Add(shape);
            garment.Front.Add(new Piece(side < 0 ? "leg left" : "leg right", shape)
            {
                Reliefs = Creases(spec.Seed.Stream(side < 0 ? "leg left" : "leg right"), P, Inner, Outer, creased),
                Seams = [.. Seams(draft, P, Inner, Outer, waistHalf, hip, hem)], Lift = .3f,
            });
            if (turnUp && draft.Fabric.Weave is ClothWeave.Denim or ClothWeave.Cotton && spec.Kind == GarmentKind.Trousers)
            {
                garment.Front.Add(
                    new Piece("turn-up",
                    new Outline().To(P(Inner(hem - 3.6f) - .3f, hem - 3.6f)).To(P(Outer(hem - 3.6f) + .3f, hem - 3.8f))
                    .To(P(Outer(hem) + .3f, hem)).Bend(P((Outer(hem) + Inner(hem)) / 2, hem + 1.2f), P(Inner(hem) - .3f, hem + .2f))
                    .Close())
                {
                    Slot = draft.Fabric.Weave == ClothWeave.Denim ? ClothSlot.Faded : ClothSlot.Main, Lift = .35f, Thickness = .7f,
                    Flat = true,
                });
            }
        }

        garment.Regions[Codes.Pant] = new BodyRegion(Outline.Union(shapes), Outline.Rectangle(-45, hem - 8, 45, hem + 2));
    }

    private static SKPath Leg(Func<float, float, SKPoint> p, Func<float, float> inner, Func<float, float> outer, float waistHalf, float hem)
    {
        List<float> heights = [];
        for (var y = 44f; y < hem - 2; y += 5)
        {
            heights.Add(y);
        }

        var outline = new Outline().To(p(0, 41)).To(p(waistHalf, 40)).Through([.. heights.Select(y => p(outer(y), y)), p(outer(hem), hem)]);
        outline.Bend(p((outer(hem) + inner(hem)) / 2, hem + 1.1f), p(inner(hem), hem + .2f));
        heights.RemoveAll(y => y < Crotch + 2);
        heights.Reverse();
        return outline.Through([.. heights.Select(y => p(inner(y), y)), p(.1f, Crotch)]).To(p(-.3f, 64)).To(p(-.3f, 41)).Close();
    }

    private static List<IRelief> Creases(Randomness.RandomStream random, Func<float, float, SKPoint> p, Func<float, float> inner,
        Func<float, float> outer, bool pressed)
    {
        var folds = new List<IRelief> { new Crumple(random.NextBits(), 7, 14, .24f) };
        for (var i = 0; i < 3; i++)
        {
            // Whiskers run from the crotch to the hip.
            folds.Add(new Fold(p(random.Range(.5f, 2.5f), Crotch - 4 + (i * 2.6f)),
                p(outer(66) * random.Range(.5f, .85f), Crotch - 8 + (i * 5) + random.Range(-2, 2)), random.Range(-1, 1), .9f,
            random.Range(.2f, .4f)));
        }

        for (var y = 74f; y < 140; y += 5.5f)
        {
            var knee = MathF.Exp(-MathF.Pow((y - BodyProportions.Knee) / 9, 2)) + (.8f * MathF.Exp(-MathF.Pow((y - 137) / 8, 2)));
            var (from, to, drop) = (random.Range(0, .5f), random.Range(.5f, 1), random.Range(-2, 5));
            float Across(float share) => inner(y) + ((outer(y) - inner(y)) * share);
            folds.Add(new Fold(p(Across(from), y), p(Across(to), y + drop), random.Range(-1.2f, 1.2f), random.Range(.7f, 1.3f),
                random.Range(.08f, .24f) + (.16f * knee)));
        }

        if (pressed)
        {
            folds.Add(new Fold(p((inner(70) + outer(70)) * .5f, 48), p((inner(139) + outer(139)) / 2, 190), 0, .8f, .42f));
        }

        return folds;
    }

    private static IEnumerable<Seam> Seams(Draft draft, Func<float, float, SKPoint> p, Func<float, float> inner, Func<float, float> outer,
        float waistHalf, float hip, float hem)
    {
        var dash = draft.Fabric.Weave == ClothWeave.Denim ? -.55f : .25f;
        yield return new Seam(new Outline().To(p(outer(hem - 2.6f), hem - 2.6f))
            .Bend(p((outer(hem) + inner(hem)) / 2, hem - 1.5f), p(inner(hem - 2.6f), hem - 2.4f)).Open(), .16f, dash, .55f);
        if (draft.Spec.Kind != GarmentKind.Trousers)
        {
            yield break;
        }

        if (draft.Fabric.Weave == ClothWeave.Denim)
        {
            var pocket = new Outline().To(p(waistHalf * .5f, 41)).Bend(p(waistHalf * .56f, 50.5f), p(hip * .98f, 51)).Open();
            yield return new Seam(pocket, .3f, .45f);
            var second = new SKPath(pocket);
            second.Transform(SKMatrix.CreateTranslation(0, .9f));
            yield return new Seam(second, .16f, dash, .55f);
            yield return new Seam(new Outline().To(p(outer(60) - .9f, 52)).To(p(outer(78) - .9f, 78)).Open(), .16f, dash, .55f);
        }
        else
        {
            yield return new Seam(new Outline().To(p(waistHalf * .66f, 42)).To(p(hip * .97f, 58)).Open(), .3f, .42f);
        }
    }

    private static float Smooth(float share)
    {
        share = Math.Clamp(share, 0, 1);
        return share * share * (3 - (2 * share));
    }
}
