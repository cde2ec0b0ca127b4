using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts notched lapels, shawl collars and wide shawl collars along the opening of a coat.</summary>
internal static class LapelCutter
{
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
                yield return new Piece("lapel " + name, new Outline().To(P(0, depth)).Bend(P(5, depth * .45f), P(7.2f, 6)).To(P(9.5f, 7.6f)).To(P(wide, 10.4f)).Bend(P(wide - 1.2f, 20), P(0, depth)).Close())
                {
                    Lift = .9f, Thickness = .8f, Grain = side * .35f, Light = 1.03f,
                };
                yield return new Piece("collar " + name, new Outline().To(P(0, -3)).To(P(6, -2.6f)).Bend(P(9.4f, .5f), P(11.2f, 6.2f)).To(P(9.5f, 7.6f)).To(P(6.4f, 6)).Bend(P(6.8f, 2), P(5.6f, .6f)).Bend(P(3, 1.4f), P(0, 1.4f)).Close())
                {
                    Lift = .7f, Thickness = .7f, Grain = side * .7f,
                };
                continue;
            }

            var reach = (lapel == "Shawl Collar" ? 11.8f : 19.5f) * size;
            yield return new Piece("shawl " + name, new Outline().To(P(0, depth)).Bend(P(5, depth * .45f), P(6.2f, 5)).Bend(P(6.4f, 1.6f), P(4.8f, .8f)).Bend(P(2, 1.6f), P(0, 1.6f)).To(P(0, -3.2f))
                .Bend(P(6.4f, -3.2f), P(reach * .72f, 1.4f)).Bend(P(reach + 1.4f, 7), P(reach * .97f, 15)).Bend(P(reach * .78f, 27), P(0, depth)).Close())
            {
                Lift = 1, Thickness = 1, Grain = side * .4f, Light = 1.03f, Slot = seed.Stream("lapel cloth").Chance(.2f) ? ClothSlot.Lining : ClothSlot.Main,
            };
        }
    }
}
