namespace FashionRecs.Vision.Quantization;

/// <summary>How the numbers of a tensor become bytes: byte = round(number ÷ scale) + zero, cut off at 0 and 255.</summary>
/// <param name="Scale">The step, positive.</param>
/// <param name="Zero">The byte that stands for zero.</param>
public readonly record struct ActivationRange(float Scale, byte Zero)
{
    /// <summary>The range from a lowest to a highest number; it always holds zero.</summary>
    public static ActivationRange Between(double lowest, double highest)
    {
        lowest = Math.Min(0, lowest);
        highest = Math.Max(0, highest);
        var scale = Math.Max((highest - lowest) / byte.MaxValue, 1e-8);
        return new ActivationRange((float)scale, (byte)Math.Clamp(Math.Round(-lowest / scale), 0, byte.MaxValue));
    }
}
