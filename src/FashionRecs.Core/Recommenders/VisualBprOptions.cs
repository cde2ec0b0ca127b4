namespace FashionRecs.Core.Recommenders;

/// <summary>Settings of <see cref="VisualBpr"/>.</summary>
public sealed class VisualBprOptions
{
    /// <summary>Numbers per customer and product that pictures do not decide; default 16, at least 1.</summary>
    public int Factors { get; init; } = 16;

    /// <summary>Numbers per customer and picture; default 16, at least 1.</summary>
    public int VisualFactors { get; init; } = 16;

    /// <summary>Passes over the purchases; default 20, at least 1.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Step size; default 0.05, more than 0.</summary>
    public float Rate { get; init; } = 0.05f;

    /// <summary>
    /// Step size of what all products share, the projection of pictures and what is liked about them; default 0.002, more than 0. Every purchase moves these, so that the
    /// step of a single product's numbers would let them follow the noise.
    /// </summary>
    public float SharedRate { get; init; } = 0.002f;

    /// <summary>L2 penalty of factors and biases; default 0.01, at least 0. The projection of pictures has none, as all products share it.</summary>
    public float Penalty { get; init; } = 0.01f;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
