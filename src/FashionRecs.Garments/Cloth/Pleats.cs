namespace FashionRecs.Garments.Cloth;

/// <summary>Pressed pleats that fan out from a waist: each rises slowly and falls sharply.</summary>
/// <param name="Top">Height of the waist, cm.</param>
/// <param name="Half">Half width of the piece at a height, cm.</param>
/// <param name="Count">Pleats side by side.</param>
/// <param name="Height">Height of a pleat, cm.</param>
internal sealed record Pleats(float Top, Func<float, float> Half, int Count, float Height) : IRelief
{
    public void AddTo(HeightField field)
    {
        var (_, y0, _, y1) = field.Window(field.Left, Top, field.Left, field.Y(field.Rows));
        var heights = field.Heights;
        for (var row = y0; row <= y1; row++)
        {
            var half = Half(field.Y(row));
            for (var column = 0; column < field.Columns; column++)
            {
                var place = ((field.X(column) / half) + 1) * Count / 2;
                var share = place - MathF.Floor(place);
                heights[(row * field.Columns) + column] += Height * (share < .72f ? share / .72f : (1 - share) / .28f);
            }
        }
    }
}
