using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Plackets with buttons or a zip, and pockets.</summary>
internal static class FrontClosing
{
    public static Piece Placket(GarmentSpec spec, Neckhole neck, float hem, SKColor metal)
    {
        var random = spec.Seed.Stream("placket");
        var coat = spec.Kind == GarmentKind.Coat;
        var top = neck.Depth + .2f;
        var half = coat ? random.Range(2.2f, 4) : 1.5f;
        var count = coat ? Math.Max(1, (int)((Math.Min(hem, 100) - top) / random.Range(11, 18))) : Math.Max(3, (int)((hem - top) / 7.5f));
        var zip = coat && spec.Values[Codes.Lapel] == Codes.Invisible && random.Chance(.4f);
        var last = Math.Min(hem - 7, coat ? 96 : hem - 3);
        var radius = coat ? random.Range(.95f, 1.3f) : .6f;
        var buttons = zip ? [] : Enumerable.Range(0, count).Select(i => new Button(new SKPoint(0, top + 2.5f + ((last - top - 2.5f) * i / Math.Max(1, count))), radius, metal)).ToArray();
        return new Piece("placket", new Outline().To(-half, top - .4f).To(half, top - .4f).To(half, hem + .8f).To(-half, hem + .8f).Close())
        {
            Lift = coat ? .45f : .15f, Thickness = .35f, Buttons = buttons,
            Seams = zip
                ? [new Seam(new Outline().To(0, top).To(0, hem - .5f).Open(), .8f, .55f, .5f)]
                : [new Seam(new Outline().To(half - .5f, top).To(half - .5f, hem).Open(), .15f, .3f, .6f)],
        };
    }

    public static IEnumerable<Piece> Pockets(GarmentSpec spec, float hem)
    {
        var random = spec.Seed.Stream("pockets");
        var y = Math.Min(hem - 13, random.Range(50, 56));
        if (y < 36)
        {
            yield break;
        }

        var patch = random.Chance(.35f);
        var (width, height) = patch ? (random.Range(12, 14), Math.Min(12, hem - y - 2)) : (random.Range(12, 14), random.Range(1.6f, 4.6f));
        for (var side = -1; side <= 1; side += 2)
        {
            var (left, right) = (side * 6.2f, side * (6.2f + width));
            yield return new Piece("pocket", new Outline().To(left, y).To(right, y - .6f).To(right, y + height - .6f).Bend((left + right) / 2, y + height + .5f, left, y + height).Close())
            {
                Lift = .4f, Thickness = .6f,
            };
        }
    }
}
