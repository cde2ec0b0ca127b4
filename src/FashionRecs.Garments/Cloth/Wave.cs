namespace FashionRecs.Garments.Cloth;

/// <summary>A sine from a table: exact enough for yarn and ribs, and several times as fast.</summary>
internal static class Wave
{
    private const int Steps = 1024;
    private static readonly float[] Table = [.. Enumerable.Range(0, Steps).Select(i => MathF.Sin(i * MathF.Tau / Steps))];

    /// <summary>The sine of a number of whole turns.</summary>
    public static float AtTurns(float turns) => Table[(int)MathF.Floor(turns * Steps) & (Steps - 1)];
}
