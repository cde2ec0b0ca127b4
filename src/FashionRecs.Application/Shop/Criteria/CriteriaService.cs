using FashionRecs.Application.Impressions;
using FashionRecs.Domain.Explanations;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Application.Shop.Criteria;

/// <summary>
/// Says what ranks: takes a sample of the lists that were on screens in the last days and adds up, by criterion, the contributions that the
/// products on them have for those shoppers now. It says nothing of any one of them. Safe to share between threads.
/// </summary>
public sealed class CriteriaService(IImpressionStore impressions, ShopService shop, TimeProvider time) : IDisposable
{
    /// <summary>Days that it looks back.</summary>
    public const int Days = 7;

    /// <summary>Lists that are looked at, at most.</summary>
    public const int Most = 200;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim counting = new(1);
    private (CriteriaReport Report, DateTimeOffset At)? known;

    /// <summary>The report, at most an hour old. The first one takes some milliseconds per shopper.</summary>
    public async Task<CriteriaReport> ReportAsync(CancellationToken cancellation = default)
    {
        await counting.WaitAsync(cancellation);
        try
        {
            if (known is not var (report, at) || time.GetUtcNow() - at > Fresh)
            {
                report = await CountAsync(cancellation);
                known = (report, time.GetUtcNow());
            }

            return report;
        }
        finally
        {
            counting.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => counting.Dispose();

    private async Task<CriteriaReport> CountAsync(CancellationToken cancellation)
    {
        var lists = await impressions.SampleAsync(time.GetUtcNow() - TimeSpan.FromDays(Days), Most, cancellation);
        var shoppers = new List<Dictionary<(CriterionKind Kind, string Words), double>>();
        var products = 0;
        foreach (var own in lists.GroupBy(list => list.Shopper))
        {
            var now = await shop.OpenAsync(own.Key, cancellation);
            var sums = new Dictionary<(CriterionKind, string), double>();
            foreach (var item in own.SelectMany(list => list.Products).Select(now.Catalog.TryFind))
            {
                if (item is null)
                {
                    continue;
                }

                products++;
                foreach (var (criterion, size) in now.Explain(item).Contributions.SelectMany(Criteria))
                {
                    sums[criterion] = sums.GetValueOrDefault(criterion) + size;
                }
            }

            shoppers.Add(sums);
        }

        return new CriteriaReport(Days, lists.Count, shoppers.Count, products, Shares(shoppers));
    }

    private static CriterionShare[] Shares(IReadOnlyList<Dictionary<(CriterionKind Kind, string Words), double>> shoppers)
    {
        var totals = shoppers.Select(sums => sums.Values.Sum()).ToArray();
        return totals.Sum() <= 0 ? [] :
        [
            .. shoppers.SelectMany(sums => sums.Keys).Distinct()
                .Select(criterion =>
                (criterion, Own: shoppers.Select((sums, at) => (sums.GetValueOrDefault(criterion), totals[at])).ToArray()))
                .Select(pair => new CriterionShare(pair.criterion.Kind, pair.criterion.Words, ClusterBootstrap.Share(pair.Own)))
                .OrderByDescending(share => share.Share.Share).ThenBy(share => share.Words, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<((CriterionKind, string), double)> Criteria(Contribution part) => part switch
    {
        Share share => [((CriterionKind.Picture, share.Value.Attribute.English), Math.Abs((double)share.Effect))],
        EvidenceContribution evidence => evidence.Parts.Select(one =>
            ((evidence.Kind == EvidenceContribution.OfOthers ? CriterionKind.Others : CriterionKind.Alike, one.Label),
            Math.Abs(one.Hundredths) / 100.0)),
        _ => throw new InvalidOperationException($"Nothing is known of contributions of the kind {part.GetType().Name}."),
    };
}
