using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Quantization;
using FashionRecs.Vision.Regions;

namespace FashionRecs.Vision.Inference;

/// <summary>Compares an engine with an exact one on the same pictures.</summary>
public static class EngineComparison
{
    private const int Drawings = 24;
    private const int Batch = 8;

    /// <summary>Compares.</summary>
    /// <param name="exact">The one to agree with.</param>
    /// <param name="other">The one to judge, with the same weights and input size.</param>
    /// <param name="pictures">The pictures, at least one.</param>
    public static EngineAgreement Measure(ProjectionEngine exact, ProjectionEngine other, IReadOnlyList<PictureInput> pictures)
    {
        var (readings, same, difference, largest) = (0, 0, 0.0, 0.0);
        var overlaps = new List<double>();
        foreach (var batch in pictures.Chunk(Batch))
        {
            foreach (var (one, two) in exact.Project(batch).Zip(other.Project(batch)))
            {
                var differences = one.Logits.Zip(two.Logits, (a, b) => Math.Abs((double)a - b)).ToArray();
                difference += differences.Average();
                largest = Math.Max(largest, differences.Max());
                foreach (var (here, there) in one.Picture.Attributes.Zip(two.Picture.Attributes)
                    .Where(pair => pair.First.Visible >= Visibility.Shown))
                {
                    readings++;
                    same += here.Top == there.Top ? 1 : 0;
                    if (here.Region?.Box is { } box && other.Locate(two, [here.Top]) is { } part)
                    {
                        overlaps.Add(box.Overlap(part.Box));
                    }
                }
            }
        }

        return new EngineAgreement(
            pictures.Count, readings, readings == 0 ? 1 : (double)same / readings, difference / pictures.Count, largest,
            overlaps.DefaultIfEmpty(1).Average());
    }

    /// <summary>Compares int8 with float32 on drawings that ship with the project; null where they are not beside the program.</summary>
    internal static EngineAgreement? OnDrawings(NetworkSource source, StoredRegionHead? head, QuantizationFile ranges)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "seed", "catalog", "pictures");
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var files = FolderProjection.Files(folder);
        using var renderer = new InputRenderer(source.Weights.Input);
        PictureInput[] pictures = [.. Enumerable.Range(0, Math.Min(Drawings, files.Count))
            .Select(at => PictureInput.Create(PictureDecoder.ReadFile(files[at * files.Count / Drawings]), renderer))];
        using var exact = ProjectionEngine.Onnx(source, head, new EngineChoice(EngineOption.Onnx, ""), null);
        using var int8 = ProjectionEngine.Onnx(source, head, new EngineChoice(EngineOption.Int8, ""), ranges);
        return Measure(exact, int8, pictures);
    }
}
