using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Complements;

/// <summary>
/// Keeps what was learned from all shoppers' choices, and learns anew behind the pages' backs when any process changed the catalog or
/// logged an event: seldom enough to leave the processor to the pages. Safe to share between threads.
/// </summary>
public sealed class PairingCache(CatalogCache catalog, IChoiceLog log, AttributeVocabulary vocabulary, PairingOptions options,
    CrowdOptions crowd, PreferenceOptions preferences, CurrentTaste taste, TimeProvider time)
{
    /// <summary>
    /// Products that evidence is worked out for, of a catalog that is not in memory: each takes the memory of a whole product.
    /// </summary>
    private const int MostCompared = 5_000;

    private readonly Lock gate = new();
    private Learned? current;
    private Task<Learned?>? learning;
    private int forgotten;
    private long looked;

    /// <summary>What is known now, or null where nothing was learned yet.</summary>
    public PairingModel? Current => Volatile.Read(ref current)?.Model;

    /// <summary>
    /// What is known, at most about a second old, or as much older as learning anew takes ten times; waits only where nothing is known.
    /// Null where the shop is empty.
    /// </summary>
    public async Task<PairingModel?> GetAsync(CancellationToken cancellation = default)
    {
        var known = Volatile.Read(ref current);
        if (known is null)
        {
            return (await LearnAsync().WaitAsync(cancellation))?.Model;
        }

        if (time.GetElapsedTime(Volatile.Read(ref looked)) < TimeSpan.FromTicks(
            Math.Max(options.Fresh.Ticks, known.Took.Ticks * options.LearningShare)))
        {
            return known.Model;
        }

        Volatile.Write(ref looked, time.GetTimestamp());
        if ((await catalog.GetAsync(cancellation)).Revision != known.Revision || await log.StampAsync(cancellation) != known.Stamp
            || (await taste.GetAsync(cancellation)).Weights != known.Weights)
        {
            _ = LearnAsync();
        }

        return known.Model;
    }

    /// <summary>Drops what was learned, as when a shopper was deleted: nothing of theirs may go on being counted.</summary>
    public void Forget()
    {
        lock (gate)
        {
            forgotten++;
            Volatile.Write(ref current, null);
        }
    }

    private Task<Learned?> LearnAsync()
    {
        lock (gate)
        {
            // On a thread of its own: pages must not wait in line for it.
            return learning is { IsCompleted: false } ? learning
                : learning =
                Task.Factory.StartNew(LearnUntilCurrentAsync, CancellationToken.None, TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap();
        }
    }

    private async Task<Learned?> LearnUntilCurrentAsync()
    {
        while (true)
        {
            var before = Volatile.Read(ref forgotten);
            var learned = await LearnOnceAsync();
            lock (gate)
            {
                if (before == forgotten)
                {
                    Volatile.Write(ref looked, time.GetTimestamp());
                    Volatile.Write(ref current, learned);
                    return learned;
                }
            }
        }
    }

    private async Task<Learned?> LearnOnceAsync()
    {
        var began = time.GetTimestamp();
        var snapshot = await catalog.GetAsync();
        var weights = (await taste.GetAsync()).Weights;
        if (snapshot.Items.Count == 0 || weights.Count == 0)
        {
            return null;
        }

        var stamp = await log.StampAsync();
        var choices = CrowdChoices.Admit(await log.AllAsync(), crowd, time.GetUtcNow());
        var model = PairingModel.Fit(Compared(snapshot, choices), vocabulary, choices, weights, crowd.Least,
            new EvidenceLearner(preferences, options.WeightDeviation));
        return new Learned(model, snapshot.Revision, stamp, weights, time.GetElapsedTime(began));
    }

    /// <summary>
    /// The products that evidence is worked out for: all, or of a catalog that is not in memory those that most shoppers chose, and as many
    /// others from its start as are missing, so that there is something to compare with.
    /// </summary>
    private static IReadOnlyList<CatalogItem> Compared(CatalogSnapshot snapshot, IReadOnlyList<ShopperChoice> choices) =>
        snapshot.IsHeld ? snapshot.Items : snapshot.At([.. choices.CountBy(choice => choice.Product)
            .OrderByDescending(product => product.Value).ThenBy(product => product.Key, StringComparer.Ordinal)
            .Select(product => snapshot.IndexOf(product.Key)).Where(place => place >= 0)
            .Concat(Enumerable.Range(0, Math.Min(snapshot.Items.Count, MostCompared))).Distinct().Take(MostCompared).Order()]);

    private sealed record Learned(
        PairingModel Model, long Revision, ChoiceStamp Stamp, IReadOnlyDictionary<string, double> Weights, TimeSpan Took);
}
