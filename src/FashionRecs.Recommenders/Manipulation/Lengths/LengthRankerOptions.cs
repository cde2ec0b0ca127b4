namespace FashionRecs.Recommenders.Manipulation.Lengths;

/// <summary>Settings of <see cref="LengthRanker"/>.</summary>
public sealed record LengthRankerOptions
{
    /// <summary>Pairs drawn, from 1; fewer where not so many differ.</summary>
    public int Pairs { get; init; } = 4_000;

    /// <summary>Least difference of a pair's lengths, in their unit, at least 0.</summary>
    public double Least { get; init; } = 1;

    /// <summary>Half of what the squared weights cost beside the mean loss of a pair; above 0.</summary>
    public double Penalty { get; init; } = 0.1;

    /// <summary>Steps of the descent, from 1.</summary>
    public int Steps { get; init; } = 300;

    /// <summary>Of the pairs.</summary>
    public int Seed { get; init; } = 1;
}
