using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Hashing;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;

namespace FashionRecs.Application.Review.Queue;

/// <summary>Finds the products a person should look at, in order, with the reasons. Safe to share between threads.</summary>
public sealed class ReviewQueue(QueueBoardCache board, ArrivalsCache arrivals, AttributeVocabulary vocabulary)
{
    private readonly RecentQueues recent = new();

    /// <summary>
    /// All products that pass a filter, in its order, for a person's eyes: a first word that must not lead their second neither shows nor
    /// filters.
    /// </summary>
    /// <param name="filter">Which and how.</param>
    /// <param name="reviewer">For whom: what they already answered is not asked again.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<QueueEntry>> FindAsync(ReviewFilter filter, string reviewer, CancellationToken cancellation = default) =>
        FindAsync(filter, reviewer, isInEffect: false, cancellation);

    /// <summary>
    /// All products that pass a filter by the tags in effect, in its order: for what acts on them or takes them elsewhere.
    /// </summary>
    /// <inheritdoc cref="FindAsync(ReviewFilter, string, CancellationToken)"/>
    public Task<IReadOnlyList<QueueEntry>> FindInEffectAsync(ReviewFilter filter, string reviewer,
        CancellationToken cancellation = default) =>
        FindAsync(filter, reviewer, isInEffect: true, cancellation);

    private async Task<IReadOnlyList<QueueEntry>> FindAsync(ReviewFilter filter, string reviewer, bool isInEffect,
        CancellationToken cancellation)
    {
        var asked = new RecentQueues.Asked(
            await board.GetAsync(cancellation), await arrivals.GetAsync(cancellation), filter, reviewer, isInEffect);
        if (recent.TryFind(asked) is { } known)
        {
            return known;
        }

        var found = Find(asked);
        recent.Keep(asked, found);
        return found;
    }

    private QueueEntry[] Find(RecentQueues.Asked asked)
    {
        var (now, came, filter, reviewer, isInEffect) = asked;
        var facts = new ProductFilter(filter, came);
        var own = now.Entries.Where(entry => facts.Passes(entry.Place.Item.Product));
        var entries = own.Select(entry => isInEffect ? entry : entry.For(reviewer))
            .Where(entry => Passes(entry, filter, reviewer)).Select(entry => Narrow(entry, filter));
        var isMixed = !isInEffect && filter.State == ReviewState.Open && now.TestShare > 0;
        if (!isMixed)
        {
            return Ordered();
        }

        // What is there only to test somebody stands at places of its own, whatever the order.
        var tests = own.Where(entry => entry.TestsOf(reviewer).Any() && !Passes(entry, filter, reviewer))
            .Select(entry => entry.Place.Item.Product.Id).ToHashSet(StringComparer.Ordinal);
        var whole = Ordered().ToLookup(entry => tests.Contains(entry.Place.Item.Product.Id));
        var places = new TestItemPlaces(reviewer, now.TestShare, now.Entries.Count(entry =>
            entry.Annotations.Values.Any(said => said.Any(annotation => annotation.Reviewer == reviewer))));
        return [.. places.Mix([.. whole[false]], [.. whole[true].OrderBy(entry =>
            Fnv1A32.Hash($"test:{reviewer}:{entry.Place.Item.Product.Id}"))])];

        QueueEntry[] Ordered() => filter.Order switch
        {
            ReviewOrder.Teaching => By(Teaching(now, filter, reviewer), Comparer<double>.Default),
            ReviewOrder.Uncertainty => By(entry => -Strength(entry, ReviewReasonKind.Uncertainty), Comparer<double>.Default),
            ReviewOrder.Reach => By(entry => -entry.Shown, Comparer<int>.Default),
            ReviewOrder.Name => By(entry => entry.Place.Item.Product.Name, StringComparer.OrdinalIgnoreCase),
            ReviewOrder.Newest => By(entry => -(came.Latest(entry.Place.Item.Product.Id)?.UtcTicks ?? 0), Comparer<long>.Default),
            ReviewOrder.Type => By(entry => entry.Place.Item.Product.Type, StringComparer.OrdinalIgnoreCase),
            ReviewOrder.Price => By(entry => -(entry.Place.Item.Product.Price ?? -1), Comparer<decimal>.Default),
            _ => By(entry => -entry.Place.Score, Comparer<double>.Default),
        };

        QueueEntry[] By<T>(Func<QueueEntry, T> key, IComparer<T> comparer) =>
            [.. (filter.Reversed ? entries.OrderByDescending(key, comparer) : entries.OrderBy(key, comparer))
                .ThenBy(entry => entry.Place.Item.Product.Id, StringComparer.Ordinal)];
    }

    private bool Passes(QueueEntry entry, ReviewFilter filter, string reviewer)
    {
        var item = entry.Place.Item;
        IReadOnlyList<GarmentAttribute> attributes = filter.Attribute is { } one ? [one] : vocabulary.Attributes;
        Decision? Decided(GarmentAttribute attribute) => entry.Decisions.GetValueOrDefault(attribute);
        return (filter.Value is null || Shows(entry, filter.Value))
            && (filter.Person is null
                || attributes.Any(attribute => Said(entry, attribute).Any(annotation => annotation.Reviewer == filter.Person)))
            && (filter.Source is null || attributes.Any(attribute => item[attribute]?.Source == filter.Source))
            && filter.State switch
            {
                ReviewState.Open =>
                    item.Predicted is not null
                    && attributes.Any(attribute => SecondAnnotation.IsWanted(Said(entry, attribute), reviewer, entry.Second)),
                ReviewState.Conflict => attributes.Any(attribute => Decided(attribute)?.Status == ConsensusStatus.Conflict),
                ReviewState.Second => entry.Second && attributes.Any(attribute => Decided(attribute)?.Status == ConsensusStatus.Single),
                ReviewState.Unsure =>
                    attributes.Any(attribute => Decided(attribute)?.Status == ConsensusStatus.Unsure && !entry.Hidden.Contains(attribute)),
                ReviewState.Suspect => HasReason(entry, ReviewReasonKind.LabelIssue, attributes),
                ReviewState.Rejected =>
                    attributes.Any(attribute =>
                        Decided(attribute)?.Status == ConsensusStatus.Rejected && !entry.Hidden.Contains(attribute)),
                ReviewState.Denied => HasReason(entry, ReviewReasonKind.Denial, attributes),
                ReviewState.Contradicted => HasReason(entry, ReviewReasonKind.Words, attributes),
                ReviewState.Unseen => attributes.Any(attribute => Decided(attribute)?.Status == ConsensusStatus.Unseen),
                ReviewState.Done => attributes.All(attribute => Decided(attribute) is { People: > 0 }),
                _ => true,
            };
    }

    /// <summary>How little is known of what a product is, in the attribute that the person is still asked about.</summary>
    private Func<QueueEntry, double> Teaching(QueueBoard now, ReviewFilter filter, string reviewer)
    {
        var scores = TeachingScores.Of(now, vocabulary);
        IReadOnlyList<GarmentAttribute> attributes = filter.Attribute is { } one ? [one] : vocabulary.Attributes;
        return entry => attributes.Where(attribute => SecondAnnotation.IsWanted(Said(entry, attribute), reviewer, entry.Second))
            .Select(attribute => scores.Of(entry, attribute)).DefaultIfEmpty(1).Min();
    }

    private static bool HasReason(QueueEntry entry, ReviewReasonKind kind, IReadOnlyList<GarmentAttribute> attributes) =>
        entry.Place.Reasons.Any(reason => reason.Kind == kind && attributes.Contains(reason.Attribute!));

    /// <summary>With an attribute chosen only its reasons count.</summary>
    private static QueueEntry Narrow(QueueEntry entry, ReviewFilter filter)
    {
        if (filter.Attribute is null || entry.Place.Reasons.Count == 0)
        {
            return entry;
        }

        ReviewReason[] own = [.. entry.Place.Reasons.Where(reason => reason.Attribute is null || reason.Attribute == filter.Attribute)];
        var whole = entry.Place.Reasons.Where(reason => reason.Attribute is not null).Sum(reason => reason.Amount);
        var part = own.Where(reason => reason.Attribute is not null).Sum(reason => reason.Amount);
        return entry with { Place = entry.Place with { Reasons = own, Score = whole > 0 ? entry.Place.Score * part / whole : 0 } };
    }

    private static IReadOnlyList<Annotation> Said(QueueEntry entry, GarmentAttribute attribute) =>
        entry.Annotations.GetValueOrDefault(attribute, []);

    private static bool Shows(QueueEntry entry, AttributeValue value)
    {
        var (item, attribute) = (entry.Place.Item, value.Attribute);
        var probabilities = entry.Hidden.Contains(attribute)
            ? item.Predicted?.Attributes.FirstOrDefault(said => said.Attribute == attribute)?.Probabilities
            : item[attribute]?.Probabilities;
        return probabilities is not null && NetworkAnswer.Of(attribute, probabilities) == value;
    }

    private static double Strength(QueueEntry entry, ReviewReasonKind kind) =>
        entry.Place.Reasons.Where(reason => reason.Kind == kind).Select(reason => reason.Amount).DefaultIfEmpty(0).Max();
}
