using FashionRecs.Application.Complements;
using FashionRecs.Application.Notices;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>
/// What was learned from the shop's own shoppers, on every server of the shop: read anew when another one tells of it, and each minute
/// where nobody can tell. Safe to share between threads.
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
    private readonly IDisposable following;
    private ActiveTaste? current;
    private long looked;
    private bool told;

    /// <summary>Begins to follow.</summary>
    public CurrentTaste(ISettingStore settings, INotices notices, ShopperLearner shoppers, PreferenceLearner learner,
        AttributeVocabulary vocabulary, PreferenceOptions preferences, PairingOptions pairings, TimeProvider time)
    {
        (this.settings, this.notices, this.shoppers) = (settings, notices, shoppers);
        (this.vocabulary, this.preferences, this.time) = (vocabulary, preferences, time);
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
            return Take(await settings.TryGetAsync(Setting, cancellation));
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

    private ActiveTaste Take(string? text)
    {
        lock (gate)
        {
            if (current is { } known && known.Text == text)
            {
                return known;
            }

            var learned = LearnedTaste.TryRead(text);
            var taste = shipped with
            {
                Text = text, Learned = learned, Weights = learned?.Weights ?? shipped.Weights,
                Learner = learned?.Prior is { } prior && PreferencePriorFile.TryStarting(prior, vocabulary, preferences) is { } start
                    ? new PreferenceLearner(start, preferences) : shipped.Learner,
            };
            shoppers.Use(taste.Learner);
            Volatile.Write(ref current, taste);
            return taste;
        }
    }
}
