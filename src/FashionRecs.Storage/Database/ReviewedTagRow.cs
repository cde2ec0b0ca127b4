namespace FashionRecs.Storage.Database;

/// <summary>A person's word on one attribute of one product. Append-only: the latest row of an attribute is in effect.</summary>
public sealed class ReviewedTagRow
{
    public long Sequence { get; set; }
    public required string ProductId { get; set; }
    public required string Attribute { get; set; }

    /// <summary>One of <c>y m n</c> per value; empty when the review was taken back and the network's word counts again.</summary>
    public required string Marks { get; set; }

    /// <summary><c>x,y,width,height</c> in picture pixels, or null.</summary>
    public string? Box { get; set; }
    public float BoxShare { get; set; }
    public required string Reviewer { get; set; }
    public long AtMilliseconds { get; set; }
    public string? Comment { get; set; }
}
