using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts shirt, Peter Pan, puritan and rib collars: an inside stand and two leaves that meet in front.</summary>
internal static class CollarCutter
{
    /// <summary>Name of the piece that stands up behind the neck.</summary>
    public const string Stand = "stand";

    public static IEnumerable<Piece> Cut(string collar, GarmentSeed seed, Neckhole neck)
    {
        var size = seed.Stream("collar").Range(.9f, 1.12f);
        if (collar == "Rib Collar")
        {
            var band = new Outline().To(-7.4f, -1.4f).Bend(0, 1.6f, 7.4f, -1.4f).To(8.2f, 1.6f).Bend(4.5f, 9.8f, 0, 10.2f)
                .Bend(-4.5f, 9.8f, -8.2f, 1.6f).Close();
            var hole = new Outline().To(-5.8f, 0).Bend(0, 2, 5.8f, 0).Bend(3.6f, 6.2f, 0, 6.4f).Bend(-3.6f, 6.2f, -5.8f, 0).Close();
            yield return new Piece("rib collar", band.Op(hole, SKPathOp.Difference)!) { Slot = ClothSlot.Trim, Ribs = .8f, Lift = .4f,
                Thickness = .8f };
            yield break;
        }

        yield return new Piece(Stand,
            new Outline().To(-7, 1).Bend(-6.6f, -2.4f, -5.4f, -2.8f).Bend(0, -.8f, 5.4f, -2.8f).Bend(6.6f, -2.4f, 7, 1).Bend(4, 7, 0, 7.6f)
            .Bend(-4, 7, -7, 1).Close())
        {
            Slot = ClothSlot.Inside, Light = .8f, Lift = .2f, Thickness = .5f,
        };
        for (var side = -1; side <= 1; side += 2)
        {
            var leaf = collar switch
            {
                "Shirt Collar" =>
                    Leaf(side, new(.3f, 7.6f), new(5.2f, 4.6f), new(6.2f, -2.8f), new(9.6f * size, 3), new(6.6f * size, 13.6f * size), .1f),
                "Peter Pan" => Leaf(side, new(.3f, 7.4f), new(5, 5.4f), new(6.4f, -1.6f), new(13 * size, 3), new(7 * size, 14 * size), 1),
                _ => Leaf(side, new(.4f, 7.4f), new(5, 5.4f), new(6.4f, -1.6f), new(19.5f * size, 7), new(11.5f * size, 20.5f * size),
                    .45f),
            };
            yield return new Piece(side < 0 ? "collar left" : "collar right", leaf) { Lift = .8f, Thickness = .8f, Grain = side * .5f,
                Light = 1.03f };
        }
    }

    // Round in [0, 1] makes the point of the leaf a curve.
    private static SKPath Leaf(int side, SKPoint centre, SKPoint inner, SKPoint neck, SKPoint outer, SKPoint point, float round)
    {
        SKPoint S(SKPoint p) => new(side * p.X, p.Y);
        SKPoint Part(SKPoint a, SKPoint b, float share) => new(a.X + ((b.X - a.X) * share), a.Y + ((b.Y - a.Y) * share));
        var before = Part(point, outer, round * .55f);
        var after = Part(point, centre, round * .5f);
        return new Outline().To(S(centre)).Bend(S(inner), S(neck)).Bend(S(new(outer.X * .86f, neck.Y + 1.2f)), S(outer))
            .Bend(S(Part(outer, before, .5f) + new SKPoint(round * .8f, 0)), S(before)).Bend(S(point), S(after)).To(S(centre)).Close();
    }
}
