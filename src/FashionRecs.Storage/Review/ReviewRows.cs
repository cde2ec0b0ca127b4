namespace FashionRecs.Storage.Review;

/// <summary>
/// One step of a person's work on tags: a word on one product, a bulk edit, a restored state, an undo or a redo. Append-only.
/// </summary>
public sealed class ReviewActRow
{
    public long Sequence { get; set; }

    /// <summary>Made by the client; a second act with the same one is refused, so that nothing counts twice.</summary>
    public Guid Id { get; set; }
    public required string Reviewer { get; set; }

    /// <summary>Name of the <see cref="Application.Review.ReviewActKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>What was done, in words.</summary>
    public required string Summary { get; set; }

    /// <summary>The act that this one undoes or redoes.</summary>
    public Guid? Target { get; set; }

    /// <summary>Whether the annotations of this act count no more. Follows from later acts; kept for quick reading.</summary>
    public bool Undone { get; set; }

    /// <summary>How many annotations it holds.</summary>
    public int Count { get; set; }
    public long AtMilliseconds { get; set; }
}

/// <summary>The tag in effect of one attribute of one product, each time it changed: the latest row counts.</summary>
public sealed class GroundTruthTagRow : TagWordRow
{
    /// <summary>Name of the <see cref="Domain.Reviews.Annotations.ConsensusStatus"/> that made it so.</summary>
    public required string Status { get; set; }
}

/// <summary>
/// What earlier weights said of a product's picture; kept so that going back needs no new projection and nothing is erased.
/// </summary>
public sealed class EarlierPredictionRow
{
    public required string ProductId { get; set; }
    public required string Fingerprint { get; set; }

    /// <summary>The picture that was read.</summary>
    public required string Picture { get; set; }
    public required byte[] Tags { get; set; }
    public long AtMilliseconds { get; set; }
}

/// <summary>How much of an attribute's region lies on the garment, measured once per picture and weights.</summary>
public sealed class RegionCheckRow
{
    public required string ProductId { get; set; }
    public required string Fingerprint { get; set; }

    /// <summary><c>attribute=part</c> pairs, parts in [0, 1].</summary>
    public required string Parts { get; set; }
}
