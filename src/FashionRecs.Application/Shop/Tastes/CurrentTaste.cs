using FashionRecs.Application.Complements;
using FashionRecs.Application.Notices;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>
/// What was learned from the shop's own shoppers, on every server of the shop: read anew when another one tells of it, and each minute
/// where nobody can tell. What shoppers choose among, the shop's average product, is looked at as often. Safe to share between threads.
/// </summary>
public sealed class CurrentTaste : IDisposable
{
    private const string Setting = "tastes.learned";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly ISettingStore settings;
    private readonly INotices notices;
    private readonly ShopperLearner shoppers;
    private readonly AttributeVocabulary vocabulary;
    private readonly PreferenceOptions preferences;
    private readonly TimeProvider time;
    private readonly ActiveTaste shipped;
    private readonly PreferencePrior prior;
    private readonly CatalogCache catalog;
    private readonly IDisposable following;
    private ActiveTaste? current;
    private PreferencePrior begun;
    private ItemMatrix? averaged;
    private double[] average = [];
    private long looked;
    private bool told;

    /// <summary>Begins to follow.</summary>
    public CurrentTaste(ISettingStore settings, INotices notices, ShopperLearner shoppers, PreferenceLearner learner,
        PreferencePrior prior, CatalogCache catalog, AttributeVocabulary vocabulary, PreferenceOptions preferences, PairingOptions pairings,
        TimeProvider time)
    {
        (this.settings, this.notices, this.shoppers) = (settings, notices, shoppers);
        (this.vocabulary, this.preferences, this.time) = (vocabulary, preferences, time);
        (this.prior, begun, this.catalog) = (prior, prior, catalog);
        shipped = new ActiveTaste(null, null, learner, pairings.Weights);
        following = notices.Follow(NoticeKinds.Taste, _ =>
        {
            Volatile.Write(ref told, true);
            return Task.CompletedTask;
        });
    }

    /// <summary>What shoppers are learned with now.</summary>
    public async Task<ActiveTaste> GetAsync(CancellationToken cancellation = default)
    {
        var known = Volatile.Read(ref current);
        if (known is not null && !Volatile.Read(ref told) && time.GetElapsedTime(Volatile.Read(ref looked)) < Fresh)
        {
            return known;
        }

        // Before it is read: what is told meanwhile is read once more.
        Volatile.Write(ref told, false);
        Volatile.Write(ref looked, time.GetTimestamp());
        try
        {
            var text = await settings.TryGetAsync(Setting, cancellation);
            return Take(text, (await catalog.GetAsync(cancellation)).Matrix);
        }
        catch
        {
            Volatile.Write(ref told, true);
            throw;
        }
    }

    /// <summary>Takes what was learned into use on all servers, or goes back to what ships where it holds nothing.</summary>
    public async Task KeepAsync(LearnedTaste learned, CancellationToken cancellation = default)
    {
        await settings.SetAsync(Setting, learned.Write(), cancellation);
        await notices.TellAsync(NoticeKinds.Taste, "");
    }

    /// <inheritdoc/>
    public void Dispose() => following.Dispose();

    private ActiveTaste Take(string? text, ItemMatrix items)
    {
        lock (gate)
        {
            var known = current is { } before && before.Text == text ? before : null;
            if (known is not null && averaged == items)
            {
                return known;
            }

            var learned = known is null ? LearnedTaste.TryRead(text) : known.Learned;
            var start = known is not null ? begun
                : (learned?.Prior is { } own ? PreferencePriorFile.TryStarting(own, vocabulary, preferences) : null) ?? prior;
            var learner = Learner(start, start.Among(items));
            averaged = items;
            if (known is not null && known.Learner == learner)
            {
                return known;
            }

            var taste = shipped with { Text = text, Learned = learned, Weights = learned?.Weights ?? shipped.Weights, Learner = learner };
            shoppers.Use(taste.Learner);
            Volatile.Write(ref current, taste);
            return taste;
        }
    }

    /// <summary>The learner so far where it starts from the same and the average product is the same, else another one.</summary>
    private PreferenceLearner Learner(PreferencePrior start, PreferencePrior among)
    {
        if (current is { } used && start == begun && among.Average.SequenceEqual(average))
        {
            return used.Learner;
        }

        (begun, average) = (start, among.Average.ToArray());
        return new PreferenceLearner(among, preferences);
    }
}
