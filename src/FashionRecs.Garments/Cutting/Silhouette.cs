using FashionRecs.Garments.Body;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Cutting;

/// <summary>Half widths of the cloth from the underarm to the hem, in centimetres.</summary>
internal sealed class Silhouette
{
    private readonly float bust;
    private readonly float waist;
    private readonly float hip;
    private readonly float flare;

    public Silhouette(BodyProportions body, GarmentKind kind, GarmentSeed seed, Presentation presentation)
    {
        var random = seed.Stream("silhouette");
        var flat = presentation == Presentation.FlatLay ? 3f : .8f;
        var loose = random.Unit() * (kind == GarmentKind.Coat ? 5 : 4) + (kind == GarmentKind.Coat ? 2.5f : 0);
        bust = body.Bust + flat + loose + 1;
        Fitted = kind switch
        {
            GarmentKind.Dress or GarmentKind.Jumpsuit => random.Chance(.65f),
            GarmentKind.Coat => random.Chance(.3f),
            _ => random.Chance(.3f),
        };
        waist = Fitted ? Math.Min(bust - 2.5f, body.WaistHalf + flat + (loose * .5f) + 1) : bust - random.Range(0, 1.5f);
        hip = Math.Max(body.HipHalf + flat + (loose * .6f), waist + (Fitted ? 3 : 0));
        flare = random.Range(.01f, kind == GarmentKind.Coat ? .09f : .26f);
    }

    public bool Fitted { get; }

    public float Bust => bust;

    public float Waist => waist;

    /// <summary>Half width at a height.</summary>
    public float At(float y) => y switch
    {
        < BodyProportions.Underarm => bust,
        < BodyProportions.Waist => Ease(bust, waist, (y - BodyProportions.Underarm) / (BodyProportions.Waist - BodyProportions.Underarm)),
        < BodyProportions.Hip => Ease(waist, hip, (y - BodyProportions.Waist) / (BodyProportions.Hip - BodyProportions.Waist)),
        _ => hip + (flare * (y - BodyProportions.Hip)),
    };

    private static float Ease(float from, float to, float share) => from + ((to - from) * share * share * (3 - (2 * share)));
}
