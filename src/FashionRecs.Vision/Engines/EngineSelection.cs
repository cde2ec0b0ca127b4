using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Quantization;
using Microsoft.ML.OnnxRuntime;

namespace FashionRecs.Vision.Engines;

/// <summary>Chooses what runs a network on this machine.</summary>
internal static class EngineSelection
{
    /// <summary>Least part of readings with the same likeliest value as in float32; on photographs .99 is usual.</summary>
    public const double LeastSameTop = 0.95;

    /// <summary>Fewer readings say nothing.</summary>
    private const int LeastReadings = 20;

    /// <summary>Chooses.</summary>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="source">The network.</param>
    /// <param name="torch">Makes engines of torch; null where this build has none.</param>
    /// <param name="cache">Remembers what was measured.</param>
    /// <param name="measure">Measures int8 against float32 on this machine; null where there are no pictures.</param>
    /// <exception cref="InvalidDataException">What was asked for cannot be; one sentence says why.</exception>
    public static EngineChoice Choose(
        EngineOption wanted, NetworkSource source, IEngineProvider? torch, AgreementCache cache,
        Func<QuantizationFile, EngineAgreement?> measure)
    {
        if (wanted == EngineOption.Torch && torch is null)
        {
            throw new InvalidDataException(
                "This build reads pictures without torch. Take auto, int8 or onnx, or publish it with -p:TorchBackend=cpu (or cuda).");
        }

        if (wanted is EngineOption.Torch or EngineOption.Onnx)
        {
            return new EngineChoice(wanted, "It was asked for.");
        }

        if (wanted == EngineOption.Auto && torch?.HasAccelerator == true)
        {
            return new EngineChoice(EngineOption.Torch, "There is a GPU.");
        }

        var exact = torch is null ? EngineOption.Onnx : EngineOption.Torch;

        var obstacle = Obstacle(source, out var ranges);
        if (wanted == EngineOption.Int8)
        {
            return obstacle is null ? new EngineChoice(wanted, "It was asked for.") : throw new InvalidDataException(obstacle);
        }

        if (obstacle is not null)
        {
            return new EngineChoice(exact, obstacle);
        }

        var key = $"{source.Fingerprint} {source.Weights.Input} {ranges!.Stamp()} {ProcessorInstructions.Model} "
            + OrtEnv.Instance().GetVersionString();
        var agreement = cache.Find(key);
        if (agreement is null && (agreement = measure(ranges)) is not null)
        {
            cache.Add(key, agreement);
        }

        return agreement is { Readings: >= LeastReadings, SameTop: < LeastSameTop }
            ? new EngineChoice(exact, $"int8 agrees with float32 in only {agreement.SameTop:P1} of readings here.", agreement)
            : new EngineChoice(EngineOption.Int8, "The processor has VNNI, and int8 agrees with float32.", agreement);
    }

    private static string? Obstacle(NetworkSource source, out QuantizationFile? ranges)
    {
        ranges = null;
        if (!ProcessorInstructions.HasVnni)
        {
            return "int8 needs a processor with VNNI instructions (AVX512-VNNI or AVX-VNNI), which this one has not.";
        }

        try
        {
            ranges = source.FindRanges();
            return null;
        }
        catch (InvalidDataException exception)
        {
            return exception.Message;
        }
    }
}
