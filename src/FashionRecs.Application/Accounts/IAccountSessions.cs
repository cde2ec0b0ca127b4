namespace FashionRecs.Application.Accounts;

/// <summary>
/// Where people are signed in. A cookie names its session, so that a copy of it dies with the session. Safe to share between threads and
/// processes.
/// </summary>
public interface IAccountSessions
{
    /// <summary>Begins a session; returns its number.</summary>
    /// <param name="account">Who signed in.</param>
    /// <param name="device">Browser and system, at most 100 characters.</param>
    Task<Guid> BeginAsync(Guid account, string device);

    /// <summary>What holds of a session now, in one small query; null where it has ended, or its account is gone.</summary>
    Task<AccountStanding?> StandingAsync(Guid session, CancellationToken cancellation = default);

    /// <summary>The sessions of an account, the latest used first.</summary>
    Task<IReadOnlyList<AccountSession>> ListAsync(Guid account, CancellationToken cancellation = default);

    /// <summary>Notes that a session is in use.</summary>
    Task SeenAsync(Guid session, CancellationToken cancellation = default);

    /// <summary>Ends one session of an account; one that is none of it stays.</summary>
    Task EndAsync(Guid account, Guid session);

    /// <summary>Ends all sessions of an account but one.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="except">The one that stays; null for none.</param>
    Task EndAllAsync(Guid account, Guid? except = null);

    /// <summary>Removes the sessions that were last used before a time; returns how many.</summary>
    Task<int> EndUnusedAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
