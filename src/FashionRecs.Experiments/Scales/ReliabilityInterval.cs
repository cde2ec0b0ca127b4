namespace FashionRecs.Experiments.Scales;

/// <summary>A coefficient with its interval; the ends are null where too few resamples have the coefficient.</summary>
public sealed record ReliabilityInterval(double Value, double? Low, double? High);
