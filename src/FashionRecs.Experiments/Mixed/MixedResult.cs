namespace FashionRecs.Experiments.Mixed;

/// <summary>What a mixed logit says of one arm.</summary>
/// <param name="Arm">Key of the arm.</param>
/// <param name="OddsRatio">Odds of the arm over those of the control, for the same shopper and product.</param>
/// <param name="Low">Lower end of the interval, corrected by Bonferroni over the arms.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="PValue">Two-sided, by Wald's test, corrected by Holm over the arms.</param>
public sealed record MixedArm(string Arm, double OddsRatio, double Low, double High, double PValue);

/// <summary>A mixed logit of what was done with the products that were shown.</summary>
/// <param name="Arms">The treatment arms.</param>
/// <param name="Fit">The model.</param>
/// <param name="Shown">Pairs of a shopper and a product that was shown.</param>
/// <param name="Hits">Pairs of which the outcome happened.</param>
/// <param name="Shoppers">How many shoppers.</param>
/// <param name="Products">How many products.</param>
public sealed record MixedResult(IReadOnlyList<MixedArm> Arms, MixedFit Fit, int Shown, int Hits, int Shoppers, int Products);
