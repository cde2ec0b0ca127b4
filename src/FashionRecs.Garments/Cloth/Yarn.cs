namespace FashionRecs.Garments.Cloth;

/// <summary>The fine structure of a cloth: stitches of a knit, twill of denim, grain of single yarns.</summary>
internal sealed class Yarn(Fabric fabric, float pixelsPerCentimetre)
{
    // Structure finer than two pixels would alias into moiré: it fades away.
    private readonly float visible = Math.Clamp((fabric.YarnWidth * pixelsPerCentimetre / 2) - .7f, 0, 1);
    private readonly float grain = fabric.Grain;
    private readonly uint start = (uint)fabric.PrintSeed;
    private readonly float perYarn = 1 / fabric.YarnWidth;

    /// <summary>Change of lightness (a share) and of fading (in 255ths) at a place of the cloth (cm) and of the picture (pixels).</summary>
    public (float Weave, float Fade) At(float u, float v, int column, int row)
    {
        var speck = .75f * SmoothNoise.Grain(start + (uint)(column * 197) + (uint)(row * 1543)) * grain;
        switch (fabric.Weave)
        {
            case ClothWeave.Knit:
                // Stitches: small V shapes in columns, dark between the columns.
                var across = u * perYarn;
                var side = MathF.Abs(across - MathF.Floor(across) - .5f);
                var stitch = Wave.AtTurns((v * perYarn * 1.15f) + (side * 1.25f)) - (side > .38f ? .7f : -.2f);
                return (speck + (visible * .11f * stitch), 0);
            case ClothWeave.Denim:
                var worn = SmoothNoise.At(fabric.PrintSeed + 9, u / 13,
                    v / 26) + (.5f * SmoothNoise.At(fabric.PrintSeed + 5, u / 1.2f, v / 5));
                return (speck + (visible * .05f * Wave.AtTurns((u + v) * perYarn)), 12 * worn);
            case ClothWeave.Wool:
                return (speck + (grain * .5f * SmoothNoise.At(fabric.PrintSeed, u * 1.6f, v * 1.6f)), 0);
            default:
                return (speck + (visible * .012f * (Wave.AtTurns(u * perYarn) + Wave.AtTurns(v * perYarn))), 0);
        }
    }
}
