namespace FashionRecs.Experiments.Mixed;

/// <summary>A fixed effect of a mixed logit.</summary>
/// <param name="LogOdds">The estimate.</param>
/// <param name="StandardError">Its standard error, from the curvature of the deviance.</param>
public readonly record struct MixedEffect(double LogOdds, double StandardError);
