namespace FashionRecs.Experiments.Mixed;

/// <summary>A fitted mixed logit.</summary>
/// <param name="Effects">Log-odds of the control, then what each further arm adds.</param>
/// <param name="ShopperDeviation">Standard deviation of the shoppers' intercepts, 0 or more.</param>
/// <param name="ProductDeviation">Standard deviation of the products' intercepts, 0 or more; 0 in a model without.</param>
/// <param name="Deviance">−2 log-likelihood by Laplace's approximation, but for a constant of the data.</param>
public sealed record MixedFit(IReadOnlyList<MixedEffect> Effects, double ShopperDeviation, double ProductDeviation, double Deviance);
