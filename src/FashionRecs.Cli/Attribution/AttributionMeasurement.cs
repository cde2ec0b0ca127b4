using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Attribution;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli.Attribution;

/// <summary>Measures where some weights look, on the same pictures for all weights.</summary>
/// <param name="Sets">Labelled pictures by the name of their set, in the order in which they are taken.</param>
/// <param name="PerAttribute">At most so many readings of each attribute and set.</param>
/// <param name="DrawnPairs">Pairs of drawings in which each attribute is changed; 0 for none.</param>
/// <param name="Seed">Of the drawings, the noise and the intervals.</param>
internal sealed record AttributionMeasurement(
    IReadOnlyList<(string Name, IReadOnlyList<LabelledPicture> Pictures)> Sets, int PerAttribute, int DrawnPairs, int Seed)
{
    /// <summary>Joins pictures with their true regions and puts them into a random order.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="folder">Their set's folder.</param>
    /// <param name="vocabulary">The attributes.</param>
    /// <param name="seed">Of the order.</param>
    public static IReadOnlyList<LabelledPicture> Prepare(IReadOnlyList<LabelledPicture> pictures, string folder,
        AttributeVocabulary vocabulary, int seed)
    {
        LabelledPicture[] mixed = [.. AnnotatedRegions.Join(pictures, folder, vocabulary)];
        new Random(seed).Shuffle(mixed);
        // A picture of which the truth is known serves all figures, another one all but the energy.
        return [.. mixed.OrderByDescending(picture => picture.Regions.Count > 0)];
    }

    /// <summary>Measures weights.</summary>
    /// <exception cref="InvalidDataException">A picture cannot be read, or no picture shows anything.</exception>
    public AttributionReport Run(ProjectionEngine engine, CancellationToken cancellation)
    {
        var figures = Sets.SelectMany(set => AttributionFigures.Of(
            set.Name, AttributedReading.Measure(engine, set.Pictures, PerAttribute, Seed, cancellation), Seed)).ToArray();
        return figures.Length == 0 && DrawnPairs == 0
            ? throw new InvalidDataException("No labelled picture shows any attribute.")
            : new AttributionReport(
                engine.Fingerprint, figures, DrawnLeakage.Measure(engine, DrawnPairs, Seed, cancellation), engine.Vocabulary, Seed);
    }
}
