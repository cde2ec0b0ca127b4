namespace FashionRecs.Domain.Preferences;

/// <summary>What an act says of the product it was done to, as a logistic regression takes it. Immutable.</summary>
/// <param name="Wanted">Whether it was wanted.</param>
/// <param name="Strength">How many observations it counts for, at least 0.</param>
/// <param name="Rate">How often this would happen to a product without appeal, in (0, 1); one half for a considered judgement.</param>
/// <param name="Examined">Chance in (0, 1] that the place of a product that was passed over is looked at; null for what was surely looked
/// at.</param>
/// <param name="IsChoice">Whether the product was picked out, as liked or not, among all that the shop has.</param>
public readonly record struct Observation(bool Wanted, double Strength, double Rate = 0.5, double? Examined = null, bool IsChoice = false);
