using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Cutting;

/// <summary>How wide a sleeve is along the arm, and how it ends; the same for both sleeves and for every length.</summary>
/// <param name="Armhole">Half width at the armhole, cm.</param>
/// <param name="Upper">Half width at the upper arm, cm.</param>
/// <param name="Wrist">Half width at the wrist without bell or bishop, cm.</param>
/// <param name="Puff">What a gathered head adds at the top, cm.</param>
/// <param name="Bishop">What a bishop sleeve adds before the cuff, cm.</param>
/// <param name="Bell">What a bell adds at the wrist, cm.</param>
/// <param name="Cuff">Length of the cuff, cm; 0 for a plain hem.</param>
/// <param name="Ribbed">Whether the cuff is ribbed.</param>
/// <param name="Buttoned">Whether a coat's sleeve has buttons.</param>
internal sealed record SleeveForm(float Armhole, float Upper, float Wrist, float Puff, float Bishop, float Bell, float Cuff, bool Ribbed,
    bool Buttoned)
{
    public static SleeveForm For(Draft draft)
    {
        var random = draft.Spec.Seed.Stream("sleeve style");
        var coat = draft.Spec.Kind == GarmentKind.Coat;
        var (width, wrist, style, buttoned) = (random.Unit(), random.Unit(), random.Unit(), random.Chance(.6f));
        var worn = draft.Flat ? 0 : -2.2f;
        var upper = (coat ? 7 : 6.3f) + (width * 1.4f) + (draft.Cut.Looseness * .8f) + worn;
        var end = (coat ? 6.1f : 4.7f) + (wrist * 1.2f) + (worn * .35f);
        var soft = draft.Fabric.Weave is ClothWeave.Cotton or ClothWeave.Satin && !coat;
        var (puff, bishop, bell) = soft && style < .22f ? (1.6f, 0, 0f) : soft && style < .5f ? (.6f, 2.6f, 0f) : soft && style < .6f
            ? (0, 0, 4f) : (0f, 0f, 0f);
        var ribbed = draft.Fabric.Weave is ClothWeave.Knit || (draft.Fabric.Weave == ClothWeave.Jersey && style > .6f && !coat);
        var shirt = draft.Fabric.Weave is ClothWeave.Cotton or ClothWeave.Denim or ClothWeave.Satin && bell == 0 && !coat;
        return new SleeveForm(7.9f + (worn * .7f), upper, end, puff, bishop, bell, ribbed ? 5.5f : bishop > 0 ? 4 : shirt ? 6 : 0, ribbed,
            buttoned);
    }

    /// <summary>Half width at a distance along the arm's axis, cm.</summary>
    public float Half(float at)
    {
        var half = at < 10 ? Armhole + ((Upper - Armhole) * at / 10) : Upper + ((Wrist - Upper) * Math.Clamp((at - 10) / 45, 0, 1));
        half += Puff * MathF.Sin(Math.Clamp((at - 2) / 20, 0, 1) * MathF.PI);
        half += Bishop * MathF.Pow(Math.Clamp((at - 14) / 34, 0, 1), 1.4f);
        return half + (Bell * MathF.Pow(Math.Clamp((at - 22) / 32, 0, 1), 1.6f));
    }

    /// <summary>Half width of the cuff, cm.</summary>
    public float CuffHalf(float at) => (Upper + ((Wrist - Upper) * Math.Clamp((at - 10) / 45, 0, 1))) * (Ribbed ? .84f : .94f);
}
