namespace FashionRecs.Domain.Reviews.Labels;

/// <summary>An example with what annotators and a model say of its class.</summary>
/// <param name="Labels">The class each annotator gave, from 0; empty where nobody looked.</param>
/// <param name="Probabilities">The model's, one per class; they sum to 1.</param>
public sealed record AnnotatedExample(IReadOnlyDictionary<string, int> Labels, IReadOnlyList<double> Probabilities)
{
    /// <summary>The class most annotators gave; where several have as many, the one the model holds likelier. −1 without labels.</summary>
    public int Consensus { get; } = Labels.Count == 0 ? -1 : Labels.Values.GroupBy(label => label)
        .OrderByDescending(group => group.Count()).ThenByDescending(group => Probabilities[group.Key]).First().Key;
}
