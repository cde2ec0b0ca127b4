using System.Globalization;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop.Tastes;

namespace FashionRecs.Application.Jobs;

/// <summary>
/// Learns from the shop's own shoppers, when somebody asks and each night where the settings say so, and takes into use on all servers
/// what is better. Nothing is kept before all is measured, so one that was killed begins anew.
/// </summary>
public sealed class LearnFromShoppersJob(TasteLearner learner, CurrentTaste taste, TasteOptions options, ISettingStore settings,
    IJobStore jobs, TimeProvider time) : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "learn-from-shoppers";

    private const string Night = "tastes.night";

    /// <summary>What to ask for; there is one at a time.</summary>
    public static WantedJob Wanted { get; } = new(Kind, 1, "");

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Title => "Learning from shoppers";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>Asks once a night; one that was given up begins anew with the next night.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var day = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Another day, not a later one: a clock that ran ahead and was set back must not stop it.
        if (options.Nightly && now.Hour >= options.Hour && await settings.TryGetAsync(Night, cancellation) != day)
        {
            await jobs.QueueAsync([Wanted], anew: true, cancellation);
            await settings.SetAsync(Night, day, cancellation);
        }

        return [];
    }

    /// <inheritdoc/>
    public async Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation) =>
        await taste.KeepAsync(await learner.LearnAsync(progress, cancellation), cancellation);
}
