using FashionRecs.Application.Notices;

namespace FashionRecs.Application.Accounts;

/// <summary>
/// Tells open circuits at once that an account changed, on every server that hears of it; whoever hears nothing finds out when they look
/// (<see cref="IAccountSessions.StandingAsync"/>), which they do before each act. Thread-safe.
/// </summary>
public sealed class AccountChanges(INotices notices)
{
    /// <summary>Calls back after each change, until disposed.</summary>
    /// <param name="changed">Must be quick and throw nothing.</param>
    public IDisposable Follow(Action<AccountChange> changed) => notices.Follow(NoticeKinds.Account, subject =>
    {
        if (TryRead(subject) is { } change)
        {
            changed(change);
        }

        return Task.CompletedTask;
    });

    /// <summary>Tells everybody who follows; those here before it returns.</summary>
    public void Tell(AccountChange change) => _ = notices.TellAsync(NoticeKinds.Account, $"{change.Account:N} {change.Session:N}");

    private static AccountChange? TryRead(string? subject) =>
        subject?.Split(' ') is [var account, var session] && Guid.TryParseExact(account, "N", out var id)
            ? new AccountChange(id, Guid.TryParseExact(session, "N", out var one) ? one : null) : null;
}
