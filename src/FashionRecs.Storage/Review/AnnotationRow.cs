namespace FashionRecs.Storage.Review;

/// <summary>
/// A person's annotation on one attribute of one product. Append-only; which annotation is in effect is decided in
/// <see cref="Domain.Reviews.Annotations.ConsensusRule"/> and kept in <see cref="GroundTruthTagRow"/>.
/// </summary>
public sealed class AnnotationRow
{
    public long Sequence { get; set; }
    public required string ProductId { get; set; }
    public required string Attribute { get; set; }

    /// <summary>A mark per value (<see cref="MarksText"/>); empty where the person was unsure.</summary>
    public required string Marks { get; set; }

    /// <summary><c>x,y,width,height</c> in picture pixels, or null.</summary>
    public string? Box { get; set; }
    public float BoxShare { get; set; }
    public required string Reviewer { get; set; }
    public long AtMilliseconds { get; set; }
    public string? Comment { get; set; }

    /// <summary>Whether it ends what was said before.</summary>
    public bool Decides { get; set; }

    /// <summary>The act it belongs to (<see cref="ReviewActRow"/>); null for annotations from before acts were kept.</summary>
    public Guid? ActId { get; set; }
}
