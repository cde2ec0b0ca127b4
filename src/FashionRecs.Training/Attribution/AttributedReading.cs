using FashionRecs.Domain.Projection;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Faithfulness;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Training.Attribution;

/// <summary>What one reading rests on.</summary>
/// <param name="Energy">Share of its map inside the true region; null where none is known.</param>
/// <param name="Deletion">Whether deleting a patch takes away what the map says of it; null where it changes nothing.</param>
/// <param name="Arcc">Whether the map is faithful, stable and small; null where nothing of it is positive.</param>
public sealed record AttributedReading(double? Energy, SingleDeletion? Deletion, Arcc? Arcc)
{
    /// <summary>
    /// Measures the readings of pictures whose labels say that they show the attribute, until there are enough of each.
    /// </summary>
    /// <param name="engine">The network.</param>
    /// <param name="pictures">The pictures, in the order in which they are taken; <see cref="LabelledPicture.Regions"/> where
    /// known.</param>
    /// <param name="perAttribute">At most so many readings of each attribute.</param>
    /// <param name="seed">Of the noise on removed pixels.</param>
    /// <param name="cancellation">Stops between pictures.</param>
    /// <returns>The readings by attribute's code.</returns>
    /// <exception cref="InvalidDataException">A picture cannot be read; the message names it.</exception>
    public static IReadOnlyDictionary<string, List<AttributedReading>> Measure(ProjectionEngine engine,
        IReadOnlyList<LabelledPicture> pictures, int perAttribute, int seed, CancellationToken cancellation)
    {
        var random = new Random(seed);
        var readings = engine.Vocabulary.Attributes.ToDictionary(attribute => attribute.Code, _ => new List<AttributedReading>());
        var wanted = pictures.Where(picture => engine.Vocabulary.Attributes.Any(attribute =>
            readings[attribute.Code].Count < perAttribute && FaithfulnessCase.Shows(picture, attribute)));
        foreach (var one in FaithfulnessCase.Read(engine, wanted))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var reading in one.Shown.Where(reading => readings[reading.Attribute.Code].Count < perAttribute))
            {
                readings[reading.Attribute.Code].Add(Measure(engine, one, reading, random));
            }
        }

        return readings;
    }

    private static AttributedReading Measure(ProjectionEngine engine, FaithfulnessCase one, ProjectedAttribute reading, Random random)
    {
        var size = engine.Weights.Input;
        var truth = one.Picture.Regions.FirstOrDefault(region => region.Attribute == reading.Attribute);
        return new AttributedReading(
            truth is null ? null : EnergyInside.Of(one.Mapped.Maps[reading.Top.Index], one.Mapped.Letterbox, size, truth),
            SingleDeletion.Measure(one, reading, size), Attribution.Arcc.Measure(one, reading, size, random));
    }
}
