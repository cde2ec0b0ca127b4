namespace FashionRecs.Garments.Cloth;

/// <summary>
/// Folds that fan out from a horizontal seam, as cloth falls from a gathered waist; they widen with the piece.
/// </summary>
/// <param name="Top">Height of the seam, cm.</param>
/// <param name="Bottom">Where the folds end (the hem), cm.</param>
/// <param name="HalfTop">Half width of the piece at the seam, cm.</param>
/// <param name="HalfBottom">Half width at the end, cm.</param>
/// <param name="Count">How many folds lie side by side.</param>
/// <param name="Height">Height at the strongest place, cm.</param>
/// <param name="GrowDown">True where folds deepen towards the hem, false where they die away from the seam.</param>
/// <param name="Phase">Shifts the folds.</param>
/// <param name="Centre">Middle of the piece, cm.</param>
internal sealed record Gathers(
    float Top, float Bottom, float HalfTop, float HalfBottom, float Count, float Height, bool GrowDown, float Phase, float Centre = 0) : IRelief
{
    public void AddTo(HeightField field)
    {
        var (x0, y0, x1, y1) = field.Window(field.Left, Math.Min(Top, Bottom), field.Left + (field.Columns * field.Cell), Math.Max(Top, Bottom));
        for (var row = y0; row <= y1; row++)
        {
            var down = Math.Clamp((field.Y(row) - Top) / (Bottom - Top), 0, 1);
            var half = HalfTop + ((HalfBottom - HalfTop) * down);
            var strength = Height * (GrowDown ? .25f + (.75f * down) : MathF.Exp(-3.2f * down));
            for (var column = x0; column <= x1; column++)
            {
                var across = (field.X(column) - Centre) / half;
                var wander = (.9f * MathF.Sin((5.1f * across) + Phase)) + (.5f * MathF.Sin((11.3f * across) - (2 * Phase) + (1.3f * down)));
                var wave = MathF.Sin((MathF.PI * Count * across) + wander + Phase);
                field.Heights[(row * field.Columns) + column] += strength * (wave + (.3f * wave * wave));
            }
        }
    }
}
