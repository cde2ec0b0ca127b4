using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>The folds that cloth of a kind falls into.</summary>
internal static class Folds
{
    /// <summary>Drag lines from the underarms and soft unevenness of a torso.</summary>
    public static List<IRelief> Torso(RandomStream random, float half, float bottom)
    {
        var folds = new List<IRelief> { new Crumple(random.NextBits(), 9, 15, .3f) };
        for (var side = -1; side <= 1; side += 2)
        {
            for (var i = 0; i < 3; i++)
            {
                var start = new SKPoint(side * half * random.Range(.72f, .95f), random.Range(20, 28));
                folds.Add(new Fold(start, new(side * half * random.Range(.1f, .5f), random.Range(30, 52)), random.Range(-2, 2), random.Range(.8f, 1.7f), random.Range(.25f, .55f)));
            }
        }

        for (var i = 0; i < 5; i++)
        {
            var x = random.Range(-.85f, .85f) * half;
            var top = random.Range(26, Math.Max(27, bottom - 22));
            folds.Add(new Fold(new(x, top), new(x + random.Range(-5, 5), Math.Min(bottom, top + random.Range(16, 40))), random.Range(-2, 2), random.Range(.9f, 2.2f), random.Range(.2f, .5f)));
        }

        return folds;
    }

    /// <summary>Creases around the elbow and along a sleeve or a leg.</summary>
    public static List<IRelief> Tube(RandomStream random, IReadOnlyList<SKPoint> middle, float half)
    {
        var folds = new List<IRelief> { new Crumple(random.NextBits(), 5, 10, .25f) };
        for (var i = 0; i < middle.Count * 2; i++)
        {
            var at = middle[random.Below(middle.Count)];
            folds.Add(new Fold(
                new(at.X - (half * random.Range(.4f, 1)), at.Y + random.Range(-3, 3)), new(at.X + (half * random.Range(.2f, 1)), at.Y + random.Range(2, 9)),
                random.Range(-1.5f, 1.5f), random.Range(.6f, 1.3f), random.Range(.2f, .5f)));
        }

        return folds;
    }
}
