namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="ExplicitFactors"/>.</summary>
public sealed class ExplicitFactorsOptions
{
    /// <summary>Factors that values share with purchases; default 32, at least 1.</summary>
    public int Explicit { get; init; } = 32;

    /// <summary>Factors of the purchases alone; default 64, at least 0.</summary>
    public int Hidden { get; init; } = 64;

    /// <summary>Rounds of updates; default 40, at least 1.</summary>
    public int Rounds { get; init; } = 40;

    /// <summary>How much customers' attention to values counts beside the purchases; default 0.01, at least 0.</summary>
    public float AttentionWeight { get; init; } = 0.01f;

    /// <summary>The same of products' qualities; default 0.01, at least 0.</summary>
    public float QualityWeight { get; init; } = 0.01f;

    /// <summary>L2 penalty of all factors; default 0.5, at least 0.</summary>
    public float Penalty { get; init; } = 0.5f;

    /// <summary>Values that a customer's score looks at: those of highest attention; default 8, at least 1.</summary>
    public int Values { get; init; } = 8;

    /// <summary>Share of the values in the score, the rest being the purchases'; default 0.1, 0 to 1.</summary>
    public float Share { get; init; } = 0.1f;

    /// <summary>Seed of starting values; default 1.</summary>
    public int Seed { get; init; } = 1;
}
