namespace FashionRecs.Training.Attention;

/// <summary>Settings of <see cref="RegionAttention"/>, with the reason of each.</summary>
public sealed class RegionAttentionOptions
{
    /// <summary>Numbers that each attribute's region is projected to; default 32, at least 1.</summary>
    public int Size { get; init; } = 32;

    /// <summary>Hidden units of the attention; default 16, at least 1.</summary>
    public int Hidden { get; init; } = 16;

    /// <summary>Purchases per step; default 512, at least 1.</summary>
    public int Batch { get; init; } = 512;

    /// <summary>Products not bought that every purchase of a step is compared with; default 32, at least 1.</summary>
    public int Others { get; init; } = 32;

    /// <summary>
    /// Products of the customer that the shopper's taste is made of in a step; default 6, at least 1: most baskets are smaller.
    /// </summary>
    public int History { get; init; } = 6;

    /// <summary>Passes over the purchases; default 3, at least 1.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>Step size of Adam; default 0.003, more than 0.</summary>
    public double Rate { get; init; } = 0.003;

    /// <summary>Decoupled weight decay per unit of step size; default 0.01, at least 0.</summary>
    public double Decay { get; init; } = 0.01;

    /// <summary>Seed of starting values and drawn products; default 1.</summary>
    public int Seed { get; init; } = 1;
}
