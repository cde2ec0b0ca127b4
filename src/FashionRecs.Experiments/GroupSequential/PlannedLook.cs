namespace FashionRecs.Experiments.GroupSequential;

/// <summary>One of the looks that were planned.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="PerArm">Units of each arm that have to count for the primary metric.</param>
/// <param name="Bound">What the standardized effect must exceed for alpha without a correction for several arms.</param>
/// <param name="At">When the last arm reached it; null while it is ahead.</param>
public sealed record PlannedLook(int Number, long PerArm, double Bound, DateTimeOffset? At);
