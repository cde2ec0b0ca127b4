namespace FashionRecs.Application.Notices;

/// <summary>
/// News between the servers of one shop: that something changed, not what it is now, which everybody asks the database. Whoever misses
/// one is right again with the next question; news only make it sooner. Safe to share between threads.
/// </summary>
public interface INotices
{
    /// <summary>Whether news of other servers arrive just now.</summary>
    bool IsListening { get; }

    /// <summary>Tells followers here, and those of other servers a moment later.</summary>
    /// <param name="kind">One of <see cref="NoticeKinds"/>.</param>
    /// <param name="subject">What it is about, in the kind's own words; short.</param>
    /// <returns>Done once those here have followed; it waits for no other server and no database.</returns>
    Task TellAsync(string kind, string subject);

    /// <summary>Calls back after each of a kind, wherever it was told, until disposed.</summary>
    /// <param name="kind">One of <see cref="NoticeKinds"/>.</param>
    /// <param name="told">Given the subject; null where some may have been missed, so that whatever hangs on them is to be asked for
    /// anew.</param>
    IDisposable Follow(string kind, Func<string?, Task> told);
}
