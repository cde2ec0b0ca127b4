namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>Every number of a simulation of learning speed, in one place.</summary>
public sealed record LearningSpeedPlan
{
    /// <summary>Simulated shoppers; default 60, at least 1.</summary>
    public int Shoppers { get; init; } = 60;

    /// <summary>Pages shown to each; default 60, at least 1.</summary>
    public int Pages { get; init; } = 60;

    /// <summary>Products on a page; default 12, at least 1.</summary>
    public int PageLength { get; init; } = 12;

    /// <summary>Values a shopper likes; default 4.</summary>
    public int Liked { get; init; } = 4;

    /// <summary>Values a shopper dislikes; default 3.</summary>
    public int Disliked { get; init; } = 3;

    /// <summary>Typical weight of a liked value in units of log odds; default 2.</summary>
    public double Strength { get; init; } = 2;

    /// <summary>How often a product without appeal is opened when looked at, in (0, 1); default 0.08, so that clicks are noisy.</summary>
    public double OpenRate { get; init; } = 0.08;

    /// <summary>
    /// Exponent η of the chance (1 + k)^−η that the zero-based position k is looked at; default 0.5, 0 for no position bias.
    /// </summary>
    public double PositionExponent { get; init; } = 0.5;

    /// <summary>Other shoppers whose clicks on random pages make the popularity; default 400.</summary>
    public int Crowd { get; init; } = 400;

    /// <summary>Pages in a row whose first product must have the true reason before it counts as learned; default 3.</summary>
    public int Steady { get; init; } = 3;

    /// <summary>Seed of shoppers, clicks and exploration; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What is wrong with these numbers, in one sentence, or null.</summary>
    public string? Problem() =>
        Shoppers < 1 || Shoppers > 100_000 ? $"The number of shoppers must be from 1 to 100000, not {Shoppers}."
        : Pages < 1 || Pages > 10_000 ? $"The number of pages must be from 1 to 10000, not {Pages}."
        : PageLength < 1 || PageLength > 200 ? $"A page must hold from 1 to 200 products, not {PageLength}."
        : OpenRate is not (> 0 and < 1) ? FormattableString.Invariant($"The open rate must lie between 0 and 1, not {OpenRate}.")
        : !(PositionExponent >= 0) || PositionExponent > 10
            ? FormattableString.Invariant($"The position exponent must be from 0 to 10, not {PositionExponent}.")
        : null;
}
