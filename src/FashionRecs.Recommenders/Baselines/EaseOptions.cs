namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="Ease"/>.</summary>
public sealed class EaseOptions
{
    /// <summary>Weight of the L2 penalty, in buyers; default 30, more than 0.</summary>
    public float Lambda { get; init; } = 30;

    /// <summary>
    /// Products with fewer buyers take no part; default 8, at least 1. Memory is 4 bytes times the square of the products kept.
    /// </summary>
    public int MinBuyers { get; init; } = 8;

    /// <summary>
    /// Products that take part at most, those with the most buyers; default all, at least 1. The work grows with its cube.
    /// </summary>
    public int MostProducts { get; init; } = int.MaxValue;
}
