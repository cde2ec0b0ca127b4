using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Cli;

/// <summary>The labelled set that <c>--labels</c> and <c>--images</c> name; the data folder's photographs without them.</summary>
internal static class LabelledPhotographs
{
    /// <summary>The folder that picture paths start from.</summary>
    /// <exception cref="IOException">Nothing is named and there is no data folder.</exception>
    public static string Root(string? images) =>
        images ?? DataFolder.TryFind("photos")
            ?? throw new IOException($"There is no data folder; name --labels and --images, or set {DataFolder.Variable}.");

    /// <exception cref="IOException">Nothing is named and there is no data folder.</exception>
    public static IReadOnlyList<LabelledPicture> Load(string? labels, string? images, AttributeVocabulary vocabulary)
    {
        var root = Root(images);
        return LabelledSet.Load(labels ?? Path.Combine(root, "Annotations", "label.csv"), root, vocabulary);
    }

    /// <summary>Only one part of the set, as training with the same seed divides it; all of it for null.</summary>
    public static IReadOnlyList<LabelledPicture> Load(string? labels, string? images, AttributeVocabulary vocabulary, SplitPart? part,
        string? split, int seed)
    {
        var pictures = Load(labels, images, vocabulary);
        return part is { } side ? SplitParts.Divide(pictures, split, seed).Of(side) : pictures;
    }
}
