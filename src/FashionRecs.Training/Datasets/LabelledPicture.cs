using FashionRecs.Training.Localization.Truth;

namespace FashionRecs.Training.Datasets;

/// <summary>A picture with all that its annotations say.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Image">Path relative to the set's root.</param>
/// <param name="Letters">One letter per value of the vocabulary, in its order; unknown where an attribute has no row.</param>
public sealed record LabelledPicture(string Path, string Image, LabelLetter[] Letters)
{
    /// <summary>A teacher's probability per value of the vocabulary, in [0, 1]; null without a teacher.</summary>
    public float[]? Teacher { get; init; }

    /// <summary>Where the picture truly shows attributes, as far as that is known.</summary>
    public IReadOnlyList<TrueRegion> Regions { get; init; } = [];
}
