namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="Item2Vec"/>.</summary>
public sealed class Item2VecOptions
{
    /// <summary>Numbers per product; default 64, at least 1.</summary>
    public int Factors { get; init; } = 64;

    /// <summary>Buyers from which a product takes part; default 5, at least 1: of rarer ones too little is known.</summary>
    public int MinBuyers { get; init; } = 5;

    /// <summary>Passes over the pairs; default 20, at least 1.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Products drawn against each pair; default 10, at least 1.</summary>
    public int Negatives { get; init; } = 10;

    /// <summary>Power of a product's buyers by which it is drawn; default 0.75, from 0 (all alike) to 1 (by sales).</summary>
    public double Power { get; init; } = 0.75;

    /// <summary>Step size at the start, falling to a tenth; default 0.05, more than 0.</summary>
    public float Rate { get; init; } = 0.05f;

    /// <summary>Partners drawn per product of a basket and pass; default 5, at least 1.</summary>
    public int Window { get; init; } = 5;

    /// <summary>Seed of starting values and draws; default 1.</summary>
    public int Seed { get; init; } = 1;
}
