using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;

namespace FashionRecs.Application.Review.Queue;

/// <summary>
/// Every product with the reasons for a look, at one revision of the catalog. Immutable and safe to share between threads.
/// </summary>
/// <param name="Revision">The revision this is worked out from.</param>
/// <param name="Share">The share of products that two people look at.</param>
/// <param name="Entries">All products, in the order of ids.</param>
public sealed record QueueBoard(long Revision, double Share, IReadOnlyList<QueueEntry> Entries);

/// <summary>A product on the board.</summary>
/// <param name="Place">The product and its reasons.</param>
/// <param name="Annotations">What people said, per attribute somebody spoke on.</param>
/// <param name="Decisions">What that comes to.</param>
/// <param name="Second">Whether two people look at it.</param>
/// <param name="Shown">How often shoppers saw it.</param>
public sealed record QueueEntry(
    QueuePlace Place, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> Annotations,
    IReadOnlyDictionary<GarmentAttribute, Decision> Decisions, bool Second, int Shown)
{
    /// <summary>
    /// The place as somebody sees it who has to give a second word and must not be led by the first; null where nobody has to.
    /// </summary>
    public QueuePlace? Unseen { get; init; }

    /// <summary>Attributes whose first word stays hidden from the person this is for.</summary>
    public IReadOnlySet<GarmentAttribute> Hidden { get; init; } = QueueEvidence.None.Hidden;

    /// <summary>The entry as a person may see it.</summary>
    public QueueEntry For(string reviewer) =>
        Unseen is not null
        && Annotations.Where(pair => SecondAnnotation.IsBlind(pair.Value, reviewer, Second)).Select(pair => pair.Key)
        .ToHashSet() is { Count: > 0 } hidden
        ? this with { Place = Unseen, Hidden = hidden }
        : this;
}
