using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Review;

/// <summary>One word on one attribute of one product.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Marks">One mark per value; null where the person is unsure.</param>
/// <param name="Region">Where the chosen value shows, or null where the network's own region still fits or none is known.</param>
/// <param name="Comment">Why, or null.</param>
/// <param name="Decides">Whether it ends what was said before.</param>
public sealed record ReviewChange(
    string Product, GarmentAttribute Attribute, IReadOnlyList<TagMark>? Marks, PartRegion? Region = null, string? Comment = null,
    bool Decides = false);

/// <summary>One step of a person's work.</summary>
/// <param name="Id">Made once per step; the same step sent again counts once.</param>
/// <param name="Reviewer">Who.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Summary">In words, for the undo button and the history.</param>
/// <param name="Changes">The words said.</param>
/// <param name="Seen">Sequence of the newest annotation the person's screen knew of; what others said since is reported back.</param>
public sealed record ReviewAct(
    Guid Id, string Reviewer, ReviewActKind Kind, string Summary, IReadOnlyList<ReviewChange> Changes, long? Seen = null)
{
    /// <summary>Whether attributes that somebody else has looked at already are left out, and reported back.</summary>
    public bool LeavesOthers { get; init; }
}

/// <summary>What became of an act.</summary>
/// <param name="IsNew">False where the act had been recorded before.</param>
/// <param name="Conflicts">What other people said on the same products since the person's screen was loaded.</param>
public sealed record ReviewOutcome(bool IsNew, IReadOnlyList<ConcurrentAnnotation> Conflicts);

/// <summary>What somebody else said.</summary>
public sealed record ConcurrentAnnotation(string Product, GarmentAttribute Attribute, string Reviewer, AttributeValue? Value,
    DateTimeOffset At);

/// <summary>An act that was taken back or done again.</summary>
/// <param name="Id">Of the act.</param>
/// <param name="Summary">What it was, in words.</param>
/// <param name="Products">Ids of the products it touched.</param>
public sealed record MovedAct(Guid Id, string Summary, IReadOnlyList<string> Products);
