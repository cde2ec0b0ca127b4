using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Localization.Truth;

/// <summary>The landmarks of a FashionAI-format set, joined with what its labels say is shown.</summary>
public static class LandmarkSet
{
    /// <summary>Loads true regions; those of attributes that the labels call invisible are left out.</summary>
    /// <param name="root">Folder with <c>landmarks.csv</c> and <c>Annotations/label.csv</c>.</param>
    /// <param name="vocabulary">The attributes.</param>
    /// <param name="part">Only pictures of this part of the whole set's division; null for all.</param>
    /// <param name="division">A file that keeps the division; null for none.</param>
    /// <param name="seed">Of the division.</param>
    /// <param name="limit">At most this many pictures, evenly from the list.</param>
    /// <param name="shown">Whether regions of attributes that the labels call invisible are left out: a hem has its place even where it is
    /// not a coat's.</param>
    /// <exception cref="InvalidDataException">A row breaks a rule; the message names file and line.</exception>
    public static IReadOnlyList<TrueRegion> Load(string root, AttributeVocabulary vocabulary, SplitPart? part, string? division, int seed,
        int limit, bool shown = true)
    {
        var pictures = LabelledSet.Load(Path.Combine(root, "Annotations", "label.csv"), root, vocabulary);
        if (part is { } side)
        {
            pictures = SplitParts.Divide(pictures, division, seed).Of(side);
        }

        var labels = pictures.ToDictionary(picture => picture.Path, picture => picture.Letters);
        var regions = LandmarkFile.Read(Path.Combine(root, "landmarks.csv"), root, vocabulary)
            .Where(region => labels.ContainsKey(region.Path))
            .Where(region => !shown || labels[region.Path][region.Attribute.Invisible.Index] != LabelLetter.Yes)
            .Select(region => region with { Labelled = labels[region.Path][region.Attribute.Invisible.Index] != LabelLetter.Unknown })
            .ToLookup(region => region.Path);
        var step = Math.Max(1, (double)regions.Count / limit);
        return [.. regions.Where((_, i) => (int)(i / step) != (int)((i - 1) / step) || i == 0).SelectMany(group => group)];
    }
}
