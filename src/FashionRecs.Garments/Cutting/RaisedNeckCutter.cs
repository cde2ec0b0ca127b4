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
                yield return Tube(-8.8f * tall, 7.8f, 1) with { Name = "neck tube" };
                yield return Tube(-9 * tall, .8f, 1.07f) with { Name = "neck fold", Lift = .9f };
                break;
            case "Low Turtle Neck":
                yield return Tube(-3.2f * tall, 7.6f, 1) with { Name = "low neck" };
                break;
            case "Ruffle Semi-High Collar":
                yield return Tube(-3.4f * tall, 7.6f, .96f) with { Name = "band", Ribs = 0 };
                yield return Frill(random, -5.6f * tall, -1.2f * tall, 8.2f) with { Name = "frill" };
                yield return Frill(random, 4.4f, 9.8f, 8.8f) with { Name = "lower frill" };
                break;
            default:
                for (var i = 2; i >= 0; i--)
                {
                    var depth = 14 + (i * 5.2f);
                    yield return new Piece("drape", new Outline().To(-11.4f - (i * .7f), .4f + (i * 1.1f)).Bend(-7, depth * .86f, random.Range(-1, 1), depth).Bend(7, depth * .86f, 11.4f + (i * .7f), .4f + (i * 1.1f))
                        .Bend(6.8f, (depth - 5) * .78f, 0, depth - 5.6f).Bend(-6.8f, (depth - 5) * .78f, -11.4f - (i * .7f), .4f + (i * 1.1f)).Close())
                    {
                        Lift = .9f, Thickness = 1.8f, Grain = .2f,
                    };
                }

                break;
        }
    }

    private static Piece Tube(float top, float bottom, float width) => new("tube", new Outline().To(-6.6f * width, top).Bend(0, top + 1.6f, 6.6f * width, top)
        .Bend(7 * width, 0, 7.8f * width, 2.2f).Bend(4 * width, bottom + .6f, 0, bottom + .8f).Bend(-4 * width, bottom + .6f, -7.8f * width, 2.2f).Bend(-7 * width, 0, -6.6f * width, top).Close())
    {
        Slot = ClothSlot.Main, Ribs = .9f, Lift = .5f, Thickness = 1.2f,
    };

    private static Piece Frill(RandomStream random, float top, float bottom, float half)
    {
        var outline = new Outline().To(-half, (top + bottom) / 2);
        var phase = random.Range(0, 6);
        float Sag(float x) => 3.2f * (1 - (x * x / (half * half)));
        outline.Through([.. Enumerable.Range(0, 15).Select(i => -half + (2 * half * i / 14)).Select((x, i) => new SKPoint(x, top + (Sag(x) * .5f) + (.7f * MathF.Sin((i * 2.1f) + phase))))]);
        outline.Through([.. Enumerable.Range(0, 15).Select(i => half - (2 * half * i / 14)).Select((x, i) => new SKPoint(x, bottom + (Sag(x) * .7f) + (.6f * MathF.Sin((i * 1.9f) + phase))))]);
        return new Piece("frill", outline.Close())
        {
            Reliefs = [new Gathers(top - 2, bottom + 5, half, half, 8, .35f, true, phase)], Lift = .6f, Thickness = .6f,
        };
    }
}
