namespace FashionRecs.Storage.Review;

/// <summary>
/// A person's annotation of one attribute of one product. Which annotation is in effect is decided in
/// <see cref="Domain.Reviews.Annotations.ConsensusRule"/> and kept in <see cref="GroundTruthTagRow"/>.
/// </summary>
public sealed class AnnotationRow : TagWordRow
{
    /// <summary>Whether it ends what was said before.</summary>
    public bool Decides { get; set; }

    /// <summary>The step that gave the product another picture, since which this counts no more; null while it counts.</summary>
    public Guid? DroppedBy { get; set; }
}
