using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Seams, darts, pockets and belts of a torso; which of them a garment has is the seed's choice, whatever its values.</summary>
internal static class TorsoDetails
{
    public static IEnumerable<Seam> Seams(Draft draft, TorsoShape shape, float hem, HemLine line)
    {
        var (kind, cut) = (draft.Spec.Kind, draft.Cut);
        var random = draft.Spec.Seed.Stream("torso seams");
        var dash = draft.Fabric.Weave == ClothWeave.Denim ? -.5f : .22f;
        if (kind is GarmentKind.Top or GarmentKind.Coat && line == HemLine.Straight)
        {
            yield return new Seam(new Outline().To(-cut.At(hem - 2) + .2f, hem - 2.2f).Bend(0, hem - .4f, cut.At(hem - 2) - .2f, hem - 2.2f)
                .Open(), .16f, dash, .55f);
        }

        if (draft.Spec.Values[Codes.Sleeve] == "Sleeveless")
        {
            foreach (var right in new[] { false, true })
            {
                using var edge = shape.Armhole(right);
                var inner = new SKPath(edge);
                inner.Transform(SKMatrix.CreateTranslation(right ? -1.1f : 1.1f, .3f));
                yield return new Seam(inner, .16f, .25f, .55f);
            }
        }

        if (draft.Fabric.Weave is ClothWeave.Knit or ClothWeave.Jersey)
        {
            yield break;
        }

        var princess = random.Chance(.5f);
        var depth = random.Range(.42f, .55f);
        foreach (var side in new[] { -1, 1 })
        {
            if (cut.Fitted && princess)
            {
                yield return new Seam(
                    new Outline().To(side * (cut.Bust - 2), 16)
                        .Bend(side * cut.Bust * depth, 24, side * cut.Waist * depth, BodyProportions.Waist)
                        .Bend(side * cut.Waist * (depth + .02f), 56, side * cut.At(150) * (depth + .1f), 150).Open(), .22f, .3f);
            }
            else if (cut.Fitted || kind == GarmentKind.Coat)
            {
                yield return new Seam(new Outline().To(side * cut.Bust * .5f, 27)
                    .To(side * cut.Waist * .48f, BodyProportions.Waist + (kind == GarmentKind.Coat ? 6 : 0)).Open(), .2f, .28f);
            }
            else if (draft.Fabric.Weave is ClothWeave.Denim || (draft.Fabric.Weave == ClothWeave.Cotton && princess))
            {
                yield return new Seam(new Outline().To(side * 5, 9.5f).To(side * (draft.Body.Shoulder + 1), 9.8f).Open(), .2f, dash);
            }
        }
    }

    public static IEnumerable<Piece> Pieces(Draft draft, float hem)
    {
        var spec = draft.Spec;
        var random = spec.Seed.Stream("torso pieces");
        var (chest, belted) = (random.Chance(.6f), random.Chance(.3f));
        if (spec.Kind == GarmentKind.Top && chest && draft.Fabric.Weave is ClothWeave.Denim
            || (spec.Kind == GarmentKind.Top && draft.Fabric.Weave == ClothWeave.Cotton && !draft.Cut.Fitted && chest))
        {
            const float Top = 25;
            yield return new Piece("chest pocket",
                new Outline().To(5.5f, Top).To(14.5f, Top - .3f).To(14.5f, Top + 8.4f).To(10, Top + 10.4f).To(5.5f, Top + 8.6f).Close())
            {
                Flat = true, Lift = .22f, Thickness = .35f,
                Seams = [new Seam(new Outline().To(5.5f, Top + 1.6f).To(14.5f, Top + 1.3f).Open(), .16f, .25f, .5f)],
            };
        }

        if (belted && spec.Kind == GarmentKind.Coat && hem > 78)
        {
            var half = draft.Cut.Waist + .5f;
            yield return new Piece("belt",
                new Outline().To(-half, 39).Bend(0, 40.4f, half, 39).To(half, 43.2f).Bend(0, 44.8f, -half, 43.2f).Close()) { Flat = true,
            Lift = .5f, Thickness = .7f };
            yield return new Piece("belt end",
                new Outline().To(-2.6f, 41).To(1.4f, 40.6f).Bend(3.6f, 52, 4.6f, 62).To(1, 62.6f).Bend(-.6f, 52, -2.6f, 41)
                .Close()) { Flat = true, Lift = .6f, Thickness = .6f };
            yield return new Piece("knot", Outline.Oval(0, 41.8f, 3.2f, 2.9f)) { Lift = .6f, Thickness = 1.4f };
        }
    }
}
