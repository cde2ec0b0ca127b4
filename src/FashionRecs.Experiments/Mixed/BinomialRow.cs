namespace FashionRecs.Experiments.Mixed;

/// <summary>Some trials of one shopper with one product.</summary>
/// <param name="Arm">Index of the arm; 0 is the control.</param>
/// <param name="Shopper">Index of the shopper.</param>
/// <param name="Product">Index of the product; of no meaning in a model without products.</param>
/// <param name="Hits">Trials that succeeded, 0 to <paramref name="Trials"/>.</param>
/// <param name="Trials">How many, 1 or more.</param>
public readonly record struct BinomialRow(int Arm, int Shopper, int Product, double Hits, double Trials);
