using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;

namespace FashionRecs.Training.Beliefs;

/// <summary>What <see cref="BeliefFit"/> found.</summary>
/// <param name="Attributes">In the vocabulary's order.</param>
/// <param name="Measured">The pictures that results are measured on.</param>
/// <param name="Beliefs">Per measured picture one belief per attribute, by weights that were fitted without its fold.</param>
public sealed record FittedBeliefs(
    IReadOnlyList<AttributeBeliefFit> Attributes, IReadOnlyList<BeliefCase> Measured, IReadOnlyList<IReadOnlyList<AttributeBelief>> Beliefs)
{
    /// <summary>The model fitted on all pictures, as a file.</summary>
    /// <param name="fingerprint">Of the network's weights.</param>
    /// <param name="source">What it was fitted on, in words.</param>
    public BeliefModelFile ToFile(string fingerprint, string source) =>
        new(fingerprint, source, [.. Attributes.Select(one => one.Weights)]);
}
