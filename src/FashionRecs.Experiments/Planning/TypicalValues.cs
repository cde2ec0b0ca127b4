namespace FashionRecs.Experiments.Planning;

/// <summary>Where planning begins before a shop has figures of its own. Guesses, to be replaced by them.</summary>
/// <param name="Baseline">Value of the control; a rate between 0 and 1 for a proportion, else in the metric's unit.</param>
/// <param name="Deviation">Standard deviation of one unit; not used for a proportion.</param>
/// <param name="SmallestEffect">Smallest effect worth finding; a share of the baseline if relative, else in the metric's unit.</param>
public sealed record TypicalValues(double Baseline, double Deviation, double SmallestEffect);
