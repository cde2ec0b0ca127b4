using FashionRecs.Domain.Beliefs;

namespace FashionRecs.Training.Beliefs;

/// <summary>How beliefs are fitted.</summary>
public sealed record BeliefFitOptions
{
    /// <summary>Parts of the cross-fit: each picture is read by weights that were fitted without it. At least 2. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>
    /// Penalties that are tried; the one of least cross-fitted loss is taken for each attribute. With 100 to 1,400 photographs per
    /// attribute all good ones hold the weights tightly; the logits of other attributes help lengths and necklines and harm collars, lapels
    /// and high necks, of which there are few.
    /// </summary>
    public IReadOnlyList<BeliefPenalty> Penalties { get; init; } =
        [new(30, null), new(30, 300), new(100, null), new(100, 300), new(100, 1000), new(30, 100)];

    /// <summary>Penalty of the constants, above 0: how frequent values are may move freely. Default 0.3.</summary>
    public double ConstantPenalty { get; init; } = 0.3;

    /// <summary>Where the weight of a value's own logit starts. Default <see cref="BeliefModel.Untrained"/>.</summary>
    public double Start { get; init; } = BeliefModel.Untrained;

    /// <summary>Of the folds. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
