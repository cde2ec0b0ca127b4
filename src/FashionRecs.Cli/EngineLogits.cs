using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli;

/// <summary>Reads labelled pictures with an engine of the shop, in place of the network that trains.</summary>
internal static class EngineLogits
{
    /// <summary>Logits of the pictures, in their order.</summary>
    /// <exception cref="InvalidDataException">The engine cannot run the weights, or a picture cannot be read.</exception>
    public static async Task<IReadOnlyList<float[]>> ReadAsync(
        string weights, EngineOption option, IReadOnlyList<LabelledPicture> pictures, CancellationToken cancellation)
    {
        using var engine = ProjectionEngine.Load(weights, regions: "", engine: option);
        var logits = new List<float[]>(pictures.Count);
        await foreach (
            var one in FolderProjection.RunAsync(engine, [.. pictures.Select(picture => picture.Path)], cancellation: cancellation))
        {
            logits.Add(one.Result is { } read ? [.. read.Logits] : throw new InvalidDataException($"{one.Path}: {one.Error}"));
        }

        return logits;
    }
}
