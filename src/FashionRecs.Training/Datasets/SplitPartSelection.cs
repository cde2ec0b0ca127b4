namespace FashionRecs.Training.Datasets;

/// <summary>Takes one part of a divided set.</summary>
public static class SplitPartSelection
{
    /// <summary>The pictures of a part.</summary>
    public static IReadOnlyList<LabelledPicture> Of(this SplitParts parts, SplitPart part) => part switch
    {
        SplitPart.Train => parts.Training,
        SplitPart.Validation => parts.Validation,
        _ => parts.Test,
    };
}
