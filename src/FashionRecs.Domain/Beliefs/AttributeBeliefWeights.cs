namespace FashionRecs.Domain.Beliefs;

/// <summary>How the belief in one attribute follows from what the network said of all of them.</summary>
/// <param name="Inputs">Indices of the values (of the whole vocabulary) whose logits count, K of them.</param>
/// <param name="Weights">Per value of the attribute K weights and a constant; (values, K + 1).</param>
public sealed record AttributeBeliefWeights(IReadOnlyList<int> Inputs, IReadOnlyList<float[]> Weights);
