using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Localization.Truth;

/// <summary>Joins the pictures of a set with what is known of where they show their attributes.</summary>
public static class AnnotatedRegions
{
    /// <summary>
    /// Adds what the set's regions.csv (drawings) or landmarks.csv (photographs) says of where attributes are shown; neither needs to
    /// exist.
    /// </summary>
    /// <exception cref="InvalidDataException">A row breaks a rule; the message names file and line.</exception>
    public static IReadOnlyList<LabelledPicture> Join(IReadOnlyList<LabelledPicture> pictures, string folder,
        AttributeVocabulary vocabulary)
    {
        var landmarks = Path.Combine(folder, "landmarks.csv");
        var regions = (File.Exists(Path.Combine(folder, "regions.csv")) ? RenderedRegionFile.Read(folder, vocabulary) : [])
            .Concat(File.Exists(landmarks) ? LandmarkFile.Read(landmarks, folder, vocabulary) : [])
            .ToLookup(region => region.Path);
        return [.. pictures.Select(picture => picture with { Regions = [.. regions[picture.Path]] })];
    }
}
