using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>The folds that cloth of a torso falls into. They lie at places of the body, whatever the length of the garment.</summary>
internal static class Folds
{
    /// <summary>Drag lines from the underarms, long soft folds below, and unevenness all over.</summary>
    public static List<IRelief> Torso(RandomStream random, float half)
    {
        var folds = new List<IRelief> { new Crumple(random.NextBits(), 10, 17, .3f) };
        for (var side = -1; side <= 1; side += 2)
        {
            for (var i = 0; i < 3; i++)
            {
                var start = new SKPoint(side * half * random.Range(.78f, .97f), random.Range(19, 27));
                folds.Add(new Fold(start, new(side * half * random.Range(.15f, .55f), random.Range(28, 50)), random.Range(-2, 2),
                    random.Range(.8f, 1.6f), random.Range(.16f, .4f)));
            }
        }

        for (var top = 30f; top < 140; top += 9)
        {
            for (var i = 0; i < 2; i++)
            {
                var x = random.Range(-.9f, .9f) * half;
                var from = top + random.Range(0, 9);
                folds.Add(new Fold(new(x, from), new(x + random.Range(-4, 4), from + random.Range(14, 34)), random.Range(-2, 2),
                    random.Range(.9f, 2.2f), random.Range(.12f, .36f)));
            }
        }

        return folds;
    }
}
