using FashionRecs.Core.Attributes;
using FashionRecs.Core.Catalog;
using FashionRecs.Core.Reviews.Labels;
using FashionRecs.Core.Reviews.Opinions;
using FashionRecs.Core.Reviews.Queue;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Settings;
using FashionRecs.Storage.Shop;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Reviews.Queue;

/// <summary>Works out the queue's reasons for the whole catalog, once per revision. Safe to share between threads.</summary>
public sealed class QueueBoardCache(
    CatalogCache catalog, ReviewBookCache opinions, SettingStore settings, ShopDatabase database, RegionCheckStore regions, QueueOptions options, TimeProvider time) : IDisposable
{
    /// <summary>How often products were shown is counted anew after this long.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim working = new(1);
    private QueueBoard current = new(-1, 0, []);
    private Dictionary<string, int> shown = [];
    private DateTimeOffset counted;

    /// <summary>The board as it is now.</summary>
    public async Task<QueueBoard> GetAsync(CancellationToken cancellation = default)
    {
        await working.WaitAsync(cancellation);
        try
        {
            var snapshot = await catalog.GetAsync(cancellation);
            var share = await settings.NumberAsync(SettingStore.SecondOpinionShare, cancellation);
            var stale = time.GetUtcNow() - counted > Fresh;
            if (snapshot.Revision == current.Revision && share == current.Share && !stale)
            {
                return current;
            }

            if (stale)
            {
                (shown, counted) = (await CountAsync(cancellation), time.GetUtcNow());
            }

            var book = await opinions.GetAsync(cancellation);
            current = Build(snapshot, book, share, await regions.AllAsync(cancellation));
            return current;
        }
        finally
        {
            working.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => working.Dispose();

    private QueueBoard Build(
        CatalogSnapshot snapshot, ReviewBook book, double share, IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, double>> onGarment)
    {
        var issues = Issues(snapshot.Items);
        var most = shown.Count == 0 ? 0 : shown.Values.Max();
        var entries = snapshot.Items.Select(item =>
        {
            var id = item.Product.Id;
            var said = book.Of(id);
            var decisions = said.ToDictionary(pair => pair.Key, pair => OpinionRules.Decide(pair.Value));
            var second = SecondOpinion.IsAsked(id, share);
            var evidence = new QueueEvidence(
                decisions, issues.GetValueOrDefault(id, QueueEvidence.None.Issues), onGarment.GetValueOrDefault(id, QueueEvidence.None.OnGarment),
                shown.GetValueOrDefault(id), most, second);
            return new QueueEntry(QueuePriority.Of(item, evidence, options), said, decisions, second, evidence.Shown);
        });
        return new QueueBoard(snapshot.Revision, share, [.. entries]);
    }

    /// <summary>Suspected label errors by product: confident learning over each attribute's final tags.</summary>
    private static Dictionary<string, IReadOnlyDictionary<GarmentAttribute, LabelIssue>> Issues(IReadOnlyList<CatalogItem> items)
    {
        var found = new Dictionary<string, Dictionary<GarmentAttribute, LabelIssue>>(StringComparer.Ordinal);
        var reviewed = items.Where(item => item.Predicted is not null)
            .SelectMany(item => item.Reviewed.Where(tag => TagMarks.Chosen(tag.Marks) >= 0).Select(tag => (item, tag)))
            .GroupBy(pair => pair.tag.Attribute);
        foreach (var attribute in reviewed)
        {
            var cases = attribute.Select(pair => (
                pair.item.Product.Id, Given: TagMarks.Chosen(pair.tag.Marks),
                Said: pair.item.Predicted!.Attributes.FirstOrDefault(said => said.Attribute == attribute.Key)?.Probabilities)).Where(one => one.Said is not null).ToArray();
            foreach (var issue in ConfidentLearning.Find(Array.ConvertAll(cases, one => one.Given), Array.ConvertAll(cases, one => one.Said!)))
            {
                var id = cases[issue.Example].Id;
                (found.TryGetValue(id, out var own) ? own : found[id] = [])[attribute.Key] = issue;
            }
        }

        return found.ToDictionary(pair => pair.Key, IReadOnlyDictionary<GarmentAttribute, LabelIssue> (pair) => pair.Value, StringComparer.Ordinal);
    }

    private Task<Dictionary<string, int>> CountAsync(CancellationToken cancellation) => database.RunAsync(async context =>
        (await context.Database.SqlQuery<ShownCount>(
            $"SELECT shown.value AS Product, COUNT(*) AS Times FROM Impressions, json_each(Impressions.Products) AS shown GROUP BY shown.value").ToListAsync(cancellation))
        .ToDictionary(row => row.Product, row => row.Times, StringComparer.Ordinal), cancellation);

    private sealed record ShownCount(string Product, int Times);
}
