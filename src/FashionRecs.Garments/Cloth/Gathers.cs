namespace FashionRecs.Garments.Cloth;

/// <summary>
/// Folds that fan out from a horizontal seam, as cloth falls from a gathered waist; they widen with the piece. The hem
/// of a flared piece waves with them (<see cref="Wave"/>).
/// </summary>
/// <param name="Top">Height of the seam, cm.</param>
/// <param name="Half">Half width of the piece at a height, cm.</param>
/// <param name="Count">How many folds lie side by side.</param>
/// <param name="Height">Height at the strongest place, cm.</param>
/// <param name="Reach">Centimetres below the seam within which the folds have grown (positive) or died away (negative) to a third.</param>
/// <param name="Phase">Shifts the folds.</param>
internal sealed record Gathers(float Top, Func<float, float> Half, float Count, float Height, float Reach, float Phase) : IRelief
{
    public void AddTo(HeightField field)
    {
        var (_, y0, _, y1) = field.Window(field.Left, Top, field.Left, field.Y(field.Rows));
        var heights = field.Heights;
        for (var row = y0; row <= y1; row++)
        {
            var down = Math.Max(0, field.Y(row) - Top);
            var half = Half(field.Y(row));
            var strength = Height * (Reach > 0 ? .2f + (.8f * (1 - MathF.Exp(-down / Reach))) : MathF.Exp(down / Reach));
            for (var column = 0; column < field.Columns; column++)
            {
                var wave = Wave(field.X(column) / half);
                heights[(row * field.Columns) + column] += strength * (wave + (.3f * wave * wave));
            }
        }
    }

    /// <summary>Height of the folds in [−1, 1] at a share of the half width.</summary>
    public float Wave(float across)
    {
        var wander = (.9f * MathF.Sin((5.1f * across) + Phase)) + (.5f * MathF.Sin((11.3f * across) - (2 * Phase)));
        return MathF.Sin((MathF.PI * Count * across) + wander + Phase);
    }
}
