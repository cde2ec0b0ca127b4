namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="VisualBpr"/>.</summary>
public sealed class VisualBprOptions
{
    /// <summary>Numbers per customer and product that pictures do not decide; default 128, at least 1.</summary>
    public int Factors { get; init; } = 128;

    /// <summary>
    /// Numbers per customer and picture; default 8, at least 1: more of them learn the few pictures of a customer by heart.
    /// </summary>
    public int VisualFactors { get; init; } = 8;

    /// <summary>Passes over the purchases; default 100, at least 1.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Step size; default 0.1, more than 0.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>
    /// Step size of what all products share, the projection of pictures and what is liked about them; default 0.0001, more than 0. Every
    /// purchase moves these, so that the step of a single product's numbers would let them follow the noise.
    /// </summary>
    public float SharedRate { get; init; } = 0.0001f;

    /// <summary>
    /// L2 penalty of factors and biases; default 0.02, at least 0. The projection of pictures has none, as all products share it.
    /// </summary>
    public float Penalty { get; init; } = 0.02f;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
