using FashionRecs.Application.Caching;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Queue;

namespace FashionRecs.Application.Review.Queue;

/// <summary>
/// Works out the queue's reasons for the whole catalog, once per revision, and anew only for the products of which something else is known
/// than before: a large catalog would keep its reviewers waiting after each of their words. Safe to share between threads.
/// </summary>
public sealed class QueueBoardCache : IDisposable
{
    private readonly WholeCatalog catalog;
    private readonly ReviewBookCache annotations;
    private readonly ISettingStore settings;
    private readonly IImpressionStore impressions;
    private readonly IShopperStore shoppers;
    private readonly IRegionCheckStore regions;
    private readonly QueueOptions options;
    private readonly TimeProvider time;
    private readonly RevisionCache<(long, double, double, bool), QueueBoard> cache;
    private readonly Dictionary<string, (QueueEntry Entry, QueueEvidence Evidence)> known = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, int> shown = new Dictionary<string, int>();
    private IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, double>> onGarment =
        new Dictionary<string, IReadOnlyDictionary<GarmentAttribute, double>>();
    private IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> denials =
        new Dictionary<string, IReadOnlyDictionary<string, int>>();
    private (int, long) measured = (-1, -1);
    private long counted;

    public QueueBoardCache(
        WholeCatalog catalog, ReviewBookCache annotations, ISettingStore settings, IImpressionStore impressions, IShopperStore shoppers,
        IRegionCheckStore regions,
        QueueOptions options, TimeProvider time)
    {
        (this.catalog, this.annotations, this.settings, this.impressions) = (catalog, annotations, settings, impressions);
        (this.shoppers, this.regions, this.options, this.time) = (shoppers, regions, options, time);
        cache = new(new QueueBoard(-1, 0, []), board => (board.Revision, board.Share, board.TestShare, false), NowAsync, RefreshAsync);
    }

    /// <summary>Whether how often products were shown, what shoppers deny, and where regions lie, is to be read anew.</summary>
    private bool IsStale => time.GetUtcNow().UtcTicks - Volatile.Read(ref counted) > options.Fresh.Ticks;

    /// <summary>The board as it is now.</summary>
    public Task<QueueBoard> GetAsync(CancellationToken cancellation = default) => cache.GetAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private async Task<(long, double, double, bool)> NowAsync(CancellationToken cancellation) =>
        ((await catalog.GetAsync(cancellation)).Revision, await ShareAsync(cancellation), await TestShareAsync(cancellation), IsStale);

    private Task<double> TestShareAsync(CancellationToken cancellation) =>
        settings.NumberAsync(SettingNumbers.TestItemShare, cancellation);

    private Task<double> ShareAsync(CancellationToken cancellation) =>
        settings.NumberAsync(SettingNumbers.SecondAnnotationShare, cancellation);

    private async Task<QueueBoard> RefreshAsync(QueueBoard before, CancellationToken cancellation)
    {
        var (snapshot, share, stale) = (await catalog.GetAsync(cancellation), await ShareAsync(cancellation), IsStale);
        var now = time.GetUtcNow().UtcTicks;
        if (stale)
        {
            shown = await impressions.CountAsync(cancellation);
            denials = await shoppers.DenialsAsync(cancellation);
            var stamp = await regions.StampAsync(cancellation);
            (onGarment, measured) = stamp == measured ? (onGarment, measured) : (await regions.AllAsync(cancellation), stamp);
        }

        var (book, tests) = (await annotations.GetAsync(cancellation), await TestShareAsync(cancellation));
        var board = Build(snapshot, book, share, tests);
        Volatile.Write(ref counted, stale ? now : counted);
        return board;
    }

    private QueueBoard Build(CatalogSnapshot snapshot, ReviewBook book, double share, double tests)
    {
        var issues = SuspectedErrors.Of(snapshot.Items);
        var most = shown.Count == 0 ? 0 : shown.Values.Max();
        var entries = new QueueEntry[snapshot.Items.Count];
        var learned = new QueueEvidence?[entries.Length];
        // Each product alone, on all processors: 100,000 take seconds.
        Parallel.For(0, entries.Length, at => (entries[at], learned[at]) = Entry(snapshot.Items[at]));
        for (var at = 0; at < entries.Length; at++)
        {
            if (learned[at] is { } news)
            {
                known[entries[at].Place.Item.Product.Id] = (entries[at], news);
            }
        }

        if (known.Count > entries.Length)
        {
            foreach (var gone in known.Keys.Where(id => snapshot.IndexOf(id) < 0).ToArray())
            {
                known.Remove(gone);
            }
        }

        return new QueueBoard(snapshot.Revision, share, entries) { TestShare = tests };

        // With the evidence where it is another one than before.
        (QueueEntry, QueueEvidence?) Entry(CatalogItem item)
        {
            var id = item.Product.Id;
            var (said, times) = (book.Of(id), shown.GetValueOrDefault(id));
            var evidence = new QueueEvidence(
                QueueEvidence.None.Decisions, issues.GetValueOrDefault(id, QueueEvidence.None.Issues),
                onGarment.GetValueOrDefault(id, QueueEvidence.None.OnGarment),
                times, times > 0 ? most : 0,
                SecondAnnotation.IsAsked(id, share)) { Denials = denials.GetValueOrDefault(id, QueueEvidence.None.Denials) };
            var isTest = TestItem.IsIn(id, tests);
            if (known.TryGetValue(id, out var before) && before.Entry.IsTest == isTest && before.Entry.Place.Item == item
                && before.Entry.Annotations == said && IsSame(before.Evidence, evidence))
            {
                return (before.Entry, null);
            }

            evidence = evidence with { Decisions = said.ToDictionary(pair => pair.Key, pair => ConsensusRule.Decide(pair.Value)) };
            return (new QueueEntry(QueuePriority.Of(item, evidence, options), said, evidence.Decisions, evidence.Second, times)
            {
                IsTest = isTest, Unseen = Unseen(item, said, evidence, isTest),
            }, evidence);
        }
    }

    private QueuePlace? Unseen(CatalogItem item, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> said,
        QueueEvidence evidence, bool isTest)
    {
        // Nobody has an empty name, so this asks for anybody who has not spoken.
        var hidden = said.Where(pair => SecondAnnotation.IsBlind(pair.Value, "", evidence.Second)).Select(pair => pair.Key).ToHashSet();
        var tested = isTest ? said.Where(pair => TestItem.Known(pair.Value, "") >= 0).Select(pair => pair.Key).ToHashSet() : [];
        return hidden.Count + tested.Count == 0 ? null
            : QueuePriority.Of(item, evidence with { Hidden = hidden, Tested = tested }, options);
    }

    /// <summary>Whether the same is known but for the decisions, which follow from the annotations.</summary>
    private static bool IsSame(QueueEvidence left, QueueEvidence right) =>
        left.Shown == right.Shown && left.MostShown == right.MostShown && left.Second == right.Second && IsSame(left.Issues, right.Issues)
            && IsSame(left.OnGarment, right.OnGarment)
        && IsSame(left.Denials, right.Denials);

    private static bool IsSame<TKey, T>(IReadOnlyDictionary<TKey, T> left, IReadOnlyDictionary<TKey, T> right) =>
        ReferenceEquals(left, right)
            || (left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && Equals(other, pair.Value)));
}
