using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Attribution;

/// <summary>Compares where trained weights look with where those looked that the run started from.</summary>
internal static class TrainedAttribution
{
    /// <summary>Few enough to take a minute or two after a run of hours; a fall that they show is a large one.</summary>
    private const int PerAttribute = 25;

    /// <summary>One sentence for each figure that fell; empty where the start was no network of these attributes.</summary>
    /// <param name="start">The weights that the run started from.</param>
    /// <param name="made">The weights that it made.</param>
    /// <param name="validation">Photographs that no run trains on.</param>
    /// <param name="root">Their folder.</param>
    /// <param name="seed">Of the drawings, the noise and the intervals.</param>
    /// <param name="cancellation">Stops between pictures.</param>
    public static IReadOnlyList<string> Warnings(string? start, string made, IReadOnlyList<LabelledPicture> validation, string root,
        int seed, CancellationToken cancellation)
    {
        if (start is null || TryLoad(start) is not { } before)
        {
            return [];
        }

        using (before)
        {
            using var after = ProjectionEngine.Load(made);
            var photographs = AttributionMeasurement.Prepare(validation, root, AttributeVocabularyFile.Default, seed);
            var measurement = new AttributionMeasurement([("photographs", photographs)], PerAttribute, PerAttribute, seed);
            return [.. AttributionChange.Warnings(measurement.Run(before, cancellation), measurement.Run(after, cancellation))];
        }
    }

    private static ProjectionEngine? TryLoad(string weights)
    {
        try
        {
            return ProjectionEngine.Load(weights);
        }
        catch (InvalidDataException)
        {
            // A backbone without heads, such as ImageNet's, reads no attribute: there is nothing to compare with.
            return null;
        }
    }
}
