namespace FashionRecs.Experiments.Statistics;

/// <summary>A control and a treatment of unequal size within an experiment.</summary>
/// <param name="ControlShare">Share of all units in the control, above 0 and below 1.</param>
/// <param name="TreatmentShare">Share of all units in the treatment; with the control's at most 1.</param>
/// <param name="ControlVariance">Variance of one unit in the control; above 0.</param>
/// <param name="TreatmentVariance">Variance of one unit in the treatment; above 0.</param>
public readonly record struct PairedArms(double ControlShare, double TreatmentShare, double ControlVariance, double TreatmentVariance);
