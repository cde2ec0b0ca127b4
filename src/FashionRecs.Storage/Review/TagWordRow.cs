namespace FashionRecs.Storage.Review;

/// <summary>A word on one attribute of one product. Append-only.</summary>
public abstract class TagWordRow
{
    public long Sequence { get; set; }
    public required string ProductId { get; set; }
    public required string Attribute { get; set; }

    /// <summary>
    /// A mark per value (<see cref="MarksText"/>); empty where the person was unsure, or where the network's word counts.
    /// </summary>
    public required string Marks { get; set; }

    /// <summary><c>x,y,width,height</c> in picture pixels, or null.</summary>
    public string? Box { get; set; }
    public float BoxShare { get; set; }

    /// <summary>Whose word it is; empty where the network's word counts.</summary>
    public required string Reviewer { get; set; }
    public long AtMilliseconds { get; set; }

    /// <summary>Whether it was said of many products at once, so that nobody need have looked at this one.</summary>
    public bool Unseen { get; set; }
    public string? Comment { get; set; }

    /// <summary>The act that it belongs to (<see cref="ReviewActRow"/>); null from before acts were kept.</summary>
    public Guid? ActId { get; set; }
}
