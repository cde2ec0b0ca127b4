using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts turtlenecks, low turtlenecks, ruffled necks and draped collars.</summary>
internal static class RaisedNeckCutter
{
    public static IEnumerable<Piece> Cut(string neck, GarmentSeed seed)
    {
        var random = seed.Stream("raised neck");
        var tall = random.Range(.92f, 1.1f);
        switch (neck)
        {
            case "Turtle Neck":
                yield return Mouth(-8.8f * tall, 6.8f);
                yield return Tube(-7 * tall, 4.9f, 1) with { Name = "neck tube" };
                yield return Tube(-9 * tall, 2.4f, 1.06f) with { Name = "neck fold", Lift = .9f };
                break;
            case "Low Turtle Neck":
                yield return Mouth(-3.4f * tall, 6.5f);
                yield return Tube(-3.4f * tall, 5.4f, 1) with { Name = "low neck" };
                break;
            case "Ruffle Semi-High Collar":
                yield return Tube(-3.6f * tall, 5.2f, .96f) with { Name = "band", Ribs = 0 };
                yield return Frill(random, -6.4f * tall, -1.4f * tall, 8.2f) with { Name = "frill" };
                yield return Frill(random, 2.4f, 8.4f, 9.4f) with { Name = "lower frill" };
                break;
            default:
                for (var i = 2; i >= 0; i--)
                {
                    yield return Drape(i, random.Range(-1, 1));
                }

                break;
        }
    }

    // What is seen of the back of a raised neck, through its opening.
    private static Piece Mouth(float top, float half) =>
        new("mouth", Outline.Oval(0, top + .5f, half - .2f, 1.5f)) { Slot = ClothSlot.Inside, Light = .68f, Lift = .1f, Thickness = .2f,
        Flat = true };

    private static Piece Drape(int layer, float lean)
    {
        var (depth, half, top) = (14 + (layer * 5.2f), 11.4f + (layer * .7f), .4f + (layer * 1.1f));
        return new Piece("drape",
            new Outline().To(-half, top).Bend(-7, depth * .86f, lean, depth).Bend(7, depth * .86f, half, top)
            .Bend(6.8f, (depth - 5) * .78f, 0, depth - 5.6f).Bend(-6.8f, (depth - 5) * .78f, -half, top).Close())
        {
            Lift = .9f, Thickness = 1.8f, Grain = .2f,
        };
    }

    private static Piece Tube(float top, float bottom, float width)
    {
        var (upper, lower) = (6.5f * width, 7.7f * width);
        return new Piece("tube",
            new Outline().To(-upper, top).Bend(0, top + 2.6f, upper, top)
            .Bend(upper - .2f, (top + 1) / 2, lower, Math.Min(1.8f, bottom - .6f))
            .Bend(lower * .6f, bottom, 0, bottom + .6f).Bend(-lower * .6f, bottom, -lower, Math.Min(1.8f, bottom - .6f))
                .Bend(-upper + .2f, (top + 1) / 2, -upper, top).Close())
        {
            Ribs = .9f, Lift = .5f, Thickness = 1.3f,
        };
    }

    private static Piece Frill(RandomStream random, float top, float bottom, float half)
    {
        var phase = random.Range(0, 6);
        float Sag(float x) => 3.2f * (1 - (x * x / (half * half)));
        SKPoint[] Edge(float y, float sag, float height, float turns) =>
            [.. Enumerable.Range(0, 15).Select(i => (X: -half + (2 * half * i / 14), I: i))
                .Select(place => new SKPoint(place.X, y + (Sag(place.X) * sag) + (height * MathF.Sin((place.I * turns) + phase))))];
        var outline = new Outline().To(-half, (top + bottom) / 2).Through(Edge(top, .5f, .7f, 2.1f))
            .Through([.. Edge(bottom, .7f, .6f, 1.9f).Reverse()]);
        return new Piece("frill", outline.Close())
        {
            Reliefs = [new Gathers(top - 2, _ => half, 8, .35f, 4, phase)], Lift = .6f, Thickness = .6f,
        };
    }
}
