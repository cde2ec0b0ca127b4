using FashionRecs.Vision.Onnx;

namespace FashionRecs.Vision.Quantization;

/// <summary>Makes int8 of a convolution's weights.</summary>
internal static class WeightQuantization
{
    /// <summary>Symmetric, with a step of its own for each channel that goes out: its largest weight becomes ±127.</summary>
    public static (sbyte[] Weight, float[] Scales) PerChannel(PlainConvolution layer)
    {
        var (quantized, scales) = (new sbyte[layer.Weight.Length], new float[layer.Outputs]);
        for (var output = 0; output < layer.Outputs; output++)
        {
            var weights = layer.Weight.AsSpan(output * layer.PerOutput, layer.PerOutput);
            var largest = 1e-8f;
            foreach (var weight in weights)
            {
                largest = Math.Max(largest, Math.Abs(weight));
            }

            var scale = scales[output] = largest / sbyte.MaxValue;
            for (var at = 0; at < weights.Length; at++)
            {
                quantized[(output * layer.PerOutput) + at] = (sbyte)Math.Clamp(MathF.Round(weights[at] / scale), -127, 127);
            }
        }

        return (quantized, scales);
    }
}
