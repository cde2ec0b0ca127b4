using System.Globalization;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Text;

namespace FashionRecs.Application.Review.Learning;

/// <summary>
/// What pages have to know of learning that happens elsewhere: whether a program that can do it runs, and what came of it last. Safe to
/// share between threads and processes.
/// </summary>
public sealed class LearningNotes(ISettingStore settings, TimeProvider time)
{
    private const string Seen = "learning.worker-seen";
    private const string Last = "learning.last";

    /// <summary>Between two signs of life.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>A program that gave no sign of life for this long has ended; some may come late on a busy machine.</summary>
    private static readonly TimeSpan Gone = 4 * Every;

    /// <summary>Notes that this program can learn.</summary>
    public Task SayHereAsync(CancellationToken cancellation = default) =>
        settings.SetAsync(Seen, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), cancellation);

    /// <summary>Whether a program that can learn runs.</summary>
    public async Task<bool> IsAnybodyHereAsync(CancellationToken cancellation = default) =>
        DateTimeOffset.TryParse(await settings.TryGetAsync(Seen, cancellation), CultureInfo.InvariantCulture, out var seen)
            && (time.GetUtcNow() - seen).Duration() < Gone;

    /// <summary>Keeps what came of learning last.</summary>
    public Task KeepAsync(string sentence, CancellationToken cancellation = default) => settings.SetAsync(Last,
        $"{Moments.Minute(time.GetUtcNow())}: {sentence}", cancellation);

    /// <summary>When it was and what came of it, in a sentence; null before the first time.</summary>
    public Task<string?> TryFindAsync(CancellationToken cancellation = default) => settings.TryGetAsync(Last, cancellation);
}
