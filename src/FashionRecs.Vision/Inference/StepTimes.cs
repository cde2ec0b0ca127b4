namespace FashionRecs.Vision.Inference;

/// <summary>Processor time of one worker by step.</summary>
/// <param name="Decode">Decoding, scaling and normalising pictures.</param>
/// <param name="Network">From pixels to maps and logits.</param>
/// <param name="Maps">From maps to values, boxes, outlines and pooled features.</param>
public readonly record struct StepTimes(TimeSpan Decode, TimeSpan Network, TimeSpan Maps)
{
    /// <summary>Adds the steps.</summary>
    public static StepTimes operator +(StepTimes a, StepTimes b) => new(a.Decode + b.Decode, a.Network + b.Network, a.Maps + b.Maps);
}
