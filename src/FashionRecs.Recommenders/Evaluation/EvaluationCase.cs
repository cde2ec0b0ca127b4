using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>One customer to rank for.</summary>
/// <param name="Past">What the customer bought before.</param>
/// <param name="Added">Products bought later and never before, ascending; at least one.</param>
public sealed record EvaluationCase(CustomerHistory Past, int[] Added);
