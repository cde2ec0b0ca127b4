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
public sealed record QueueBoard(long Revision, double Share, IReadOnlyList<QueueEntry> Entries)
{
    /// <summary>The share in [0, 1] of what people are shown that tests them.</summary>
    public double TestShare { get; init; }
}

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

    /// <summary>Whether the product may serve as a test item.</summary>
    public bool IsTest { get; init; }

    /// <summary>Attributes whose first word stays hidden from the person this is for.</summary>
    public IReadOnlySet<GarmentAttribute> Hidden { get; init; } = QueueEvidence.None.Hidden;

    /// <summary>Attributes on which the product tests a person who has not spoken of them.</summary>
    public IEnumerable<GarmentAttribute> TestsOf(string reviewer) => !IsTest ? []
        : Annotations.Where(pair => TestItem.Known(pair.Value, reviewer) >= 0).Select(pair => pair.Key);

    /// <summary>The entry as a person may see it: what tests them looks as if nobody had spoken of it.</summary>
    public QueueEntry For(string reviewer)
    {
        if (Unseen is null)
        {
            return this;
        }

        var hidden = Annotations.Where(pair => SecondAnnotation.IsBlind(pair.Value, reviewer, Second)).Select(pair => pair.Key).ToHashSet();
        var tests = TestsOf(reviewer).ToHashSet();
        return hidden.Count + tests.Count == 0 ? this : this with
        {
            Place = Unseen, Hidden = hidden.Union(tests).ToHashSet(),
            Annotations = Without(Annotations, tests), Decisions = Without(Decisions, tests),
        };
    }

    private static IReadOnlyDictionary<GarmentAttribute, T> Without<T>(
        IReadOnlyDictionary<GarmentAttribute, T> all, HashSet<GarmentAttribute> hidden) =>
        hidden.Count == 0 ? all : all.Where(pair => !hidden.Contains(pair.Key)).ToDictionary();
}
