namespace FashionRecs.Vision.Quantization;

/// <summary>How far an engine agrees with float32 on the same pictures.</summary>
/// <param name="Pictures">Pictures compared.</param>
/// <param name="Readings">Attributes that float32 says are shown.</param>
/// <param name="SameTop">Part of them in [0, 1] with the same likeliest value.</param>
/// <param name="MeanDifference">Mean absolute difference of the logits of all values.</param>
/// <param name="LargestDifference">The largest one.</param>
/// <param name="MeanOverlap">Mean intersection over union of the boxes of one and the same value, where both engines show it.</param>
public sealed record EngineAgreement(
    int Pictures, int Readings, double SameTop, double MeanDifference, double LargestDifference, double MeanOverlap);
