namespace FashionRecs.Training.Beliefs;

/// <summary>
/// How strongly the weights of one attribute's belief are held at their start; half of it times the squared distance is added to the loss.
/// </summary>
/// <param name="Own">Penalty of the logits of the attribute's own values, above 0.</param>
/// <param name="Others">Penalty of the logits of all other attributes' values, above 0; null where these take no part.</param>
public readonly record struct BeliefPenalty(double Own, double? Others)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Others is { } others ? FormattableString.Invariant($"{Own}/{others}") : FormattableString.Invariant($"{Own}/–");
}
