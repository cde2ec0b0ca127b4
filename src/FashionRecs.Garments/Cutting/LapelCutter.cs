using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts notched lapels, shawl collars and wide shawl collars along the opening of a coat.</summary>
internal static class LapelCutter
{
    /// <summary>The part of a collar that runs behind the neck.</summary>
    public static Piece Behind(string lapel, GarmentSeed seed)
    {
        var band = new Outline().To(-5.8f, -2.4f).Bend(0, -4.4f, 5.8f, -2.4f).Bend(6.2f, -.4f, 5.6f, .6f).Bend(0, 4.4f, -5.6f, .6f)
            .Bend(-6.2f, -.4f, -5.8f, -2.4f).Close();
        return new Piece("collar back", band) { Slot = lapel == "Notched" ? ClothSlot.Main : Cloth(seed), Lift = .4f, Thickness = .9f };
    }

    public static IEnumerable<Piece> Cut(string lapel, GarmentSeed seed, float depth)
    {
        if (lapel == "Collarless")
        {
            yield break;
        }

        var size = seed.Stream("lapel").Range(.9f, 1.15f);
        for (var side = -1; side <= 1; side += 2)
        {
            SKPoint P(float x, float y) => new(side * x, y);
            var name = side < 0 ? "left" : "right";
            if (lapel == "Notched")
            {
                var wide = 13.2f * size;
                yield return new Piece("lapel " + name,
                    new Outline().To(P(0, depth)).Bend(P(5, depth * .45f), P(7.2f, 6)).To(P(9.5f, 7.6f)).To(P(wide, 10.4f))
                    .Bend(P(wide - 1.2f, 20), P(0, depth)).Close())
                {
                    Lift = .9f, Thickness = .8f, Grain = side * .35f, Light = 1.03f,
                };
                yield return new Piece("collar " + name,
                    new Outline().To(P(5.2f, -2.6f)).Bend(P(9.4f, .5f), P(11.2f, 6.2f)).To(P(9.5f, 7.6f)).To(P(6.4f, 6))
                    .Bend(P(6.8f, 2), P(5.4f, -.4f)).Close())
                {
                    Lift = .7f, Thickness = .7f, Grain = side * .7f,
                };
                continue;
            }

            var reach = (lapel == "Shawl Collar" ? 11.8f : 19.5f) * size;
            yield return new Piece("shawl " + name,
                new Outline().To(P(0, depth)).Bend(P(5, depth * .45f), P(6.2f, 5)).Bend(P(6.4f, 1.6f), P(5, -.6f)).To(P(4.8f, -2.8f))
                .Bend(P(6.8f, -2.8f), P(reach * .72f, 1.4f)).Bend(P(reach + 1.4f, 7), P(reach * .97f, 15))
                    .Bend(P(reach * .78f, 27), P(0, depth)).Close())
            {
                Lift = 1, Thickness = 1, Grain = side * .4f, Light = 1.03f, Slot = Cloth(seed),
            };
        }
    }

    private static ClothSlot Cloth(GarmentSeed seed) => seed.Stream("lapel cloth").Chance(.2f) ? ClothSlot.Lining : ClothSlot.Main;
}
