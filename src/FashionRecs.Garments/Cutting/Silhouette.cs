using FashionRecs.Garments.Body;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Cutting;

/// <summary>
/// Half widths of the cloth from the underarm to the hem, in centimetres; a function of the height alone, whatever the length.
/// </summary>
internal sealed class Silhouette
{
    private readonly float hip;
    private readonly float flare;

    public Silhouette(BodyProportions body, GarmentSpec spec)
    {
        var random = spec.Seed.Stream("silhouette");
        var flat = spec.Presentation == Presentation.FlatLay;
        var looseness = random.Unit();
        var kind = spec.Kind;
        Looseness = looseness;
        Fitted = random.Chance(kind is GarmentKind.Dress or GarmentKind.Jumpsuit ? .8f : kind == GarmentKind.Coat ? .35f : .4f)
            && looseness < .75f;
        Bust = body.Bust + (flat ? 4.2f : 1.2f) + kind switch
        {
            GarmentKind.Coat => 1.8f + (3.6f * looseness),
            GarmentKind.Top => .2f + (4 * looseness * looseness),
            _ => 2 * looseness,
        };
        var taken = Fitted ? random.Range(2.4f, 4.2f) : random.Range(0, 1);
        Waist = Math.Max(body.WaistHalf + (flat ? 2.6f : .8f), Bust - taken);
        var overHip = body.HipHalf + (flat ? 2.4f : .9f);
        hip = Fitted ? Math.Max(overHip, Waist + 2.2f) : Math.Max(overHip, Bust + random.Range(-.8f, .8f));
        flare = kind == GarmentKind.Coat ? random.Range(-.01f, .08f) : random.Range(0, .16f);
    }

    /// <summary>From 0, close to the body, to 1, boxy.</summary>
    public float Looseness { get; }

    public bool Fitted { get; }

    public float Bust { get; }

    public float Waist { get; }

    /// <summary>Half width at a height.</summary>
    public float At(float y) => y switch
    {
        < BodyProportions.Underarm => Bust,
        < BodyProportions.Waist => Ease(Bust, Waist, (y - BodyProportions.Underarm) / (BodyProportions.Waist - BodyProportions.Underarm)),
        < BodyProportions.Hip => Ease(Waist, hip, (y - BodyProportions.Waist) / (BodyProportions.Hip - BodyProportions.Waist)),
        _ => hip + (flare * (y - BodyProportions.Hip)),
    };

    private static float Ease(float from, float to, float share) => from + ((to - from) * share * share * (3 - (2 * share)));
}
