namespace FashionRecs.Experiments.Statistics;

/// <summary>The difference between two arms and how well it is known.</summary>
/// <param name="Effect">Treatment minus control, divided by the control's mean if relative.</param>
/// <param name="StandardError">Standard error of the effect; above 0.</param>
/// <param name="DegreesOfFreedom">Welch–Satterthwaite degrees of freedom for the t distribution; 1 or more.</param>
/// <param name="Count">Units in both arms.</param>
/// <param name="Direction">+1, or −1 where a relative effect points against the absolute one because the control's mean is
/// negative.</param>
public readonly record struct EffectEstimate(double Effect, double StandardError, double DegreesOfFreedom, long Count, int Direction);
