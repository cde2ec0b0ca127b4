using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Training.Discovery;

/// <summary>Where a picture speaks for a word: its head's score at each position, laid over the picture. One caller at a time.</summary>
public sealed class WordMaps(ProjectionEngine engine) : IDisposable
{
    private readonly InputRenderer renderer = new(engine.Weights.Input);

    /// <summary>A transparent PNG to lay over the whole picture, strongest at the map's maximum.</summary>
    /// <exception cref="InvalidDataException">The picture cannot be read.</exception>
    public byte[] Heat(string picture, WordHead head)
    {
        var input = PictureInput.Create(PictureDecoder.ReadFile(picture), renderer);
        var output = engine.Run(input.Pixels, 1, keepFeatures: true);
        var mapped = engine.Read(output, 0, input.Letterbox, input.Pixels);
        var (rows, columns, evidence) = mapped.Over(Map(output, head), engine.Weights.Input);
        return ProjectionOverlay.HeatPng(rows, columns, evidence);
    }

    /// <summary>The map of the batch's first picture; its mean is the head's score of the mean features.</summary>
    internal static ActivationMap Map(NetworkOutput output, WordHead head)
    {
        var width = head.Weights.Length;
        float[] scores = [.. Enumerable.Range(0, output.Rows * output.Columns)
            .Select(position => (float)head.Score(output.Features.AsSpan(position * width, width)))];
        return new ActivationMap(scores, output.Rows, output.Columns);
    }

    /// <inheritdoc/>
    public void Dispose() => renderer.Dispose();
}
