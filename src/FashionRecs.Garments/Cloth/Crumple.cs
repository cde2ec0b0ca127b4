namespace FashionRecs.Garments.Cloth;

/// <summary>Soft unevenness of worn or unironed cloth: two octaves of smooth noise.</summary>
/// <param name="Seed">Shifts the noise.</param>
/// <param name="ScaleX">Size of a bump across, cm.</param>
/// <param name="ScaleY">Size of a bump down, cm.</param>
/// <param name="Height">Height, cm.</param>
internal sealed record Crumple(ulong Seed, float ScaleX, float ScaleY, float Height) : IRelief
{
    public void AddTo(HeightField field)
    {
        var heights = field.Heights;
        for (var row = 0; row < field.Rows; row++)
        {
            var y = field.Y(row) / ScaleY;
            for (var column = 0; column < field.Columns; column++)
            {
                var x = field.X(column) / ScaleX;
                heights[(row * field.Columns) + column] += Height * (
                    SmoothNoise.At(Seed, x, y) + (.45f * SmoothNoise.At(Seed + 1, (2.1f * x) + (.7f * y), 2.3f * y)));
            }
        }
    }
}
