using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Plackets with buttons or a zip, double-breasted fronts, and the pockets of coats.</summary>
internal static class FrontClosing
{
    /// <summary>
    /// The closing of a front that opens below its neck. Buttons sit at places of the body, whatever the opening and the length.
    /// </summary>
    public static Piece Placket(Draft draft, Neckhole neck, float hem)
    {
        var random = draft.Spec.Seed.Stream("placket");
        var coat = draft.Spec.Kind == GarmentKind.Coat;
        var lapelled = draft.Spec.Values.Shows(Codes.Lapel);
        var (half, step, radius) =
            (coat ? random.Range(2.2f, 3.4f) : 1.5f, coat ? random.Range(9.5f, 14) : random.Range(7.4f, 9),
            coat ? random.Range(.95f, 1.25f) : .55f);
        var (style, hidden) = (random.Unit(), random.Chance(.12f));
        var top = neck.Depth + .2f;
        if (coat && style < .35f)
        {
            return DoubleBreasted(draft, top, hem, step, radius);
        }

        var zip = coat && !lapelled && style > .68f;
        var shape = new Outline().To(-half, top - .4f).To(half, top - .4f).To(half, hem - (coat ? 1 : -.8f))
            .To(-half, hem - (coat ? 1 : -.8f)).Close();
        var buttons = zip || (hidden && !lapelled) ? []
            : Heights(top, hem, step, coat).Select(y => new Button(new(0, y), radius, draft.Metal)).ToArray();
        var seams = new List<Seam>();
        if (zip)
        {
            seams.Add(new Seam(Line(0, top, hem - 1), .9f, .5f, .42f));
            seams.Add(new Seam(Line(0, top, hem - 1), .2f, .6f));
        }
        else if (coat)
        {
            seams.Add(new Seam(Line(half * .85f, top + 3, hem), .24f, .45f));
        }
        else
        {
            seams.Add(new Seam(Line(half - .5f, top, hem), .13f, .22f, .55f));
            seams.Add(new Seam(Line(-half + .5f, top, hem), .13f, .22f, .55f));
        }

        return new Piece("placket", shape) { Clear = coat && !zip, Lift = .15f, Thickness = .35f, Flat = true, Buttons = buttons,
            Seams = seams };
    }

    /// <summary>Flap, welt or patch pockets of a coat, where it is long enough for them.</summary>
    public static IEnumerable<Piece> Pockets(Draft draft, float hem)
    {
        var random = draft.Spec.Seed.Stream("pockets");
        var (y, width, style) = (random.Range(46.5f, 50), random.Range(11.5f, 13.5f), random.Unit());
        var height = style < .4f ? 14 : random.Range(1.8f, 4.8f);
        var needed = style > .75f ? 12 : height;
        if (y + needed + 2 > hem)
        {
            yield break;
        }

        var inner = draft.Cut.At(y) - width - 2.8f;
        foreach (var side in new[] { -1, 1 })
        {
            SKPoint P(float x, float down) => new(side * (inner + x), y + down);
            var outline = style > .75f
                ? new Outline().To(P(width - 5, -4)).To(P(width - 2.6f, -3.6f)).To(P(5.4f, 9)).To(P(3, 8.6f)).Close()
                : new Outline().To(P(0, 0)).To(P(width, -.7f)).To(P(width, height - 1.4f))
                    .Bend(P(width, height - .4f), P(width - 1.2f, height - .5f)).To(P(1.2f, height)).Bend(P(0, height), P(0, height - 1))
                    .Close();
            var stitch = new Outline().To(P(.4f, 2)).To(P(width - .4f, 1.4f)).Open();
            yield return new Piece("pocket", outline) { Flat = true, Lift = .4f, Thickness = .5f,
                Seams = style < .4f ? [new Seam(stitch, .16f, .25f, .5f)] : [] };
        }
    }

    private static Piece DoubleBreasted(Draft draft, float top, float hem, float step, float radius)
    {
        var edge = new Outline().To(0, top - .2f).Bend(5.2f, top + 3, 5.6f, top + 9).To(5.6f, 150).Open();
        var buttons = Heights(top + 2, Math.Min(hem, 78), step, true)
            .SelectMany(y => new[] { new Button(new(3.4f, y), radius, draft.Metal), new Button(new(-5.4f, y), radius, draft.Metal) })
            .ToArray();
        return new Piece("double breast", Outline.Rectangle(-8, top - .4f, 8, hem - 1)) { Clear = true, Seams = [new Seam(edge, .3f, .5f)],
            Buttons = buttons };
    }

    private static IEnumerable<float> Heights(float top, float hem, float step, bool coat)
    {
        var last = coat ? Math.Min(hem - 8, 92) : hem - 4;
        for (var y = 38.5f - (MathF.Floor(34 / step) * step); y < last; y += step)
        {
            if (y > top + 1)
            {
                yield return y;
            }
        }
    }

    private static SKPath Line(float x, float top, float bottom) => new Outline().To(x, top).To(x, bottom).Open();
}
