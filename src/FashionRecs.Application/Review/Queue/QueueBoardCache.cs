using FashionRecs.Application.Impressions;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;

namespace FashionRecs.Application.Review.Queue;

/// <summary>
/// Works out the queue's reasons for the whole catalog, once per revision, and anew only for the products of which something else is known than before: a large
/// catalog would keep its reviewers waiting after each of their words. Safe to share between threads.
/// </summary>
public sealed class QueueBoardCache(
    CatalogCache catalog, ReviewBookCache annotations, ISettingStore settings, IImpressionStore impressions, IRegionCheckStore regions, QueueOptions options, TimeProvider time) : IDisposable
{
    /// <summary>How often products were shown, and where their regions lie, is read anew after this long.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim working = new(1);
    private readonly Dictionary<string, (QueueEntry Entry, QueueEvidence Evidence)> known = new(StringComparer.Ordinal);
    private QueueBoard current = new(-1, 0, []);
    private IReadOnlyDictionary<string, int> shown = new Dictionary<string, int>();
    private IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, double>> onGarment = new Dictionary<string, IReadOnlyDictionary<GarmentAttribute, double>>();
    private (int, long) measured = (-1, -1);
    private DateTimeOffset counted;

    /// <summary>The board as it is now.</summary>
    public async Task<QueueBoard> GetAsync(CancellationToken cancellation = default)
    {
        await working.WaitAsync(cancellation);
        try
        {
            var snapshot = await catalog.GetAsync(cancellation);
            var share = await settings.NumberAsync(SettingNumbers.SecondAnnotationShare, cancellation);
            var stale = time.GetUtcNow() - counted > Fresh;
            if (snapshot.Revision == current.Revision && share == current.Share && !stale)
            {
                return current;
            }

            if (stale)
            {
                (shown, counted) = (await impressions.CountAsync(cancellation), time.GetUtcNow());
                var stamp = await regions.StampAsync(cancellation);
                (onGarment, measured) = stamp == measured ? (onGarment, measured) : (await regions.AllAsync(cancellation), stamp);
            }

            current = Build(snapshot, await annotations.GetAsync(cancellation), share);
            return current;
        }
        finally
        {
            working.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => working.Dispose();

    private QueueBoard Build(CatalogSnapshot snapshot, ReviewBook book, double share)
    {
        var issues = SuspectedErrors.Of(snapshot.Items);
        var most = shown.Count == 0 ? 0 : shown.Values.Max();
        var entries = new QueueEntry[snapshot.Items.Count];
        for (var at = 0; at < entries.Length; at++)
        {
            var item = snapshot.Items[at];
            var id = item.Product.Id;
            var (said, times) = (book.Of(id), shown.GetValueOrDefault(id));
            var evidence = new QueueEvidence(
                QueueEvidence.None.Decisions, issues.GetValueOrDefault(id, QueueEvidence.None.Issues), onGarment.GetValueOrDefault(id, QueueEvidence.None.OnGarment),
                times, times > 0 ? most : 0, SecondAnnotation.IsAsked(id, share));
            if (known.TryGetValue(id, out var before) && before.Entry.Place.Item == item && before.Entry.Annotations == said && IsSame(before.Evidence, evidence))
            {
                entries[at] = before.Entry;
                continue;
            }

            evidence = evidence with { Decisions = said.ToDictionary(pair => pair.Key, pair => ConsensusRule.Decide(pair.Value)) };
            entries[at] = new QueueEntry(QueuePriority.Of(item, evidence, options), said, evidence.Decisions, evidence.Second, times) { Unseen = Unseen(item, said, evidence) };
            known[id] = (entries[at], evidence);
        }

        if (known.Count > entries.Length)
        {
            foreach (var gone in known.Keys.Where(id => snapshot.IndexOf(id) < 0).ToArray())
            {
                known.Remove(gone);
            }
        }

        return new QueueBoard(snapshot.Revision, share, entries);
    }

    private QueuePlace? Unseen(CatalogItem item, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> said, QueueEvidence evidence)
    {
        // Nobody has an empty name, so this asks for anybody who has not spoken.
        var hidden = said.Where(pair => SecondAnnotation.IsBlind(pair.Value, "", evidence.Second)).Select(pair => pair.Key).ToHashSet();
        return hidden.Count == 0 ? null : QueuePriority.Of(item, evidence with { Hidden = hidden }, options);
    }

    /// <summary>Whether the same is known but for the decisions, which follow from the annotations.</summary>
    private static bool IsSame(QueueEvidence left, QueueEvidence right) =>
        left.Shown == right.Shown && left.MostShown == right.MostShown && left.Second == right.Second && IsSame(left.Issues, right.Issues) && IsSame(left.OnGarment, right.OnGarment);

    private static bool IsSame<T>(IReadOnlyDictionary<GarmentAttribute, T> left, IReadOnlyDictionary<GarmentAttribute, T> right) =>
        ReferenceEquals(left, right) || (left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && Equals(other, pair.Value)));
}
