using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Review;

/// <summary>What a person said of an attribute of a product, as it is kept.</summary>
/// <param name="Sequence">Grows with every annotation.</param>
/// <param name="At">When.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Reviewer">Who.</param>
/// <param name="Marks">One mark per value; null where the person was unsure.</param>
/// <param name="Comment">Why, or null.</param>
/// <param name="Undone">Whether it was taken back.</param>
public sealed record LoggedAnnotation(
    long Sequence, DateTimeOffset At, GarmentAttribute Attribute, string Reviewer, IReadOnlyList<TagMark>? Marks, string? Comment,
    bool Undone)
{
    /// <summary>Whether it was said of a picture that the product has no more, and so counts no more.</summary>
    public bool IsOfEarlierPicture { get; init; }
}

/// <summary>A tag in effect, from some moment on, as it is kept.</summary>
/// <param name="Sequence">Grows with every state.</param>
/// <param name="Product">Id of the product.</param>
/// <param name="At">From when.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Reviewer">Whose word it is; empty where the network's word counts.</param>
/// <param name="Marks">One mark per value; null where the network's word counts.</param>
/// <param name="Region">Where it shows, or null.</param>
/// <param name="Comment">Why, or null.</param>
/// <param name="Status">How it came about: name of a <see cref="Domain.Reviews.Annotations.ConsensusStatus"/>.</param>
/// <param name="Act">The act that made it so, or null.</param>
public sealed record LoggedState(
    long Sequence, string Product, DateTimeOffset At, GarmentAttribute Attribute, string Reviewer, IReadOnlyList<TagMark>? Marks,
    PartRegion? Region, string? Comment, string Status, Guid? Act)
{
    /// <summary>Whether it is the same word, perhaps with another region or from another moment on.</summary>
    public bool IsSameWord(LoggedState other) =>
        (Act, Reviewer, Comment, Status) == (other.Act, other.Reviewer, other.Comment, other.Status)
            && (Marks ?? []).SequenceEqual(other.Marks ?? []);
}
