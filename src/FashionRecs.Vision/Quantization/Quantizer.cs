using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Vision.Quantization;

/// <summary>Finds the int8 ranges of a weights file and says how well int8 then agrees with float32.</summary>
public static class Quantizer
{
    /// <summary>Reads the photographs and finds the ranges.</summary>
    /// <param name="weights">The weights file.</param>
    /// <param name="pictures">Picture files the ranges are found on, at least one.</param>
    /// <param name="others">Picture files to measure the agreement on; none for no measurement.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <param name="vocabulary">Null for the vocabulary that ships with the project.</param>
    /// <exception cref="InvalidDataException">The weights or a picture cannot be used; one sentence says why.</exception>
    public static QuantizationFile Run(
        string weights, IReadOnlyList<string> pictures, IReadOnlyList<string> others, CancellationToken cancellation = default,
        AttributeVocabulary? vocabulary = null)
    {
        var source = ProjectionEngine.Source(weights, vocabulary, input: null);
        using var renderer = new InputRenderer(source.Weights.Input);
        float[][] pixels = [.. pictures.Select(path => Read(path).Pixels)];
        var file = new QuantizationFile(
            QuantizationFile.CurrentFormat, source.Fingerprint, source.Network.BackboneFingerprint(), source.Weights.Input.ToString(),
            pixels.Length, QuantizationCalibration.Run(source.Network, source.Weights.Input, pixels, cancellation));
        if (others.Count == 0)
        {
            return file;
        }

        var head = ProjectionEngine.Regions(source, null);
        using var exact = ProjectionEngine.Onnx(source, head, new EngineChoice(EngineOption.Onnx, ""), null);
        using var int8 = ProjectionEngine.Onnx(source, head, new EngineChoice(EngineOption.Int8, ""), file);
        return file with { Agreement = EngineComparison.Measure(exact, int8, [.. others.Select(Read)]) };

        PictureInput Read(string path) => PictureInput.Create(PictureDecoder.ReadFile(path), renderer);
    }
}
