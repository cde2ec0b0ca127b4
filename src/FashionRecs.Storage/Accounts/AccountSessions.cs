using FashionRecs.Application.Accounts;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Accounts;

/// <inheritdoc/>
internal sealed class AccountSessions(ShopDatabase database, IServiceScopeFactory scopes, AccountChanges changes, TimeProvider time)
    : IAccountSessions, IDisposable
{
    /// <summary>A session in use is noted at most this often: reading a page must not write.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(10);

    private readonly PreparedQuery<Standing> standings = new(
        database,
        """
        SELECT "Accounts"."SecurityStamp", "Accounts"."ConcurrencyStamp", "AccountSessions"."CreatedMilliseconds", "AccountSessions"."SeenMilliseconds"
        FROM "AccountSessions" INNER JOIN "Accounts" ON "Accounts"."Id" = "AccountSessions"."Account"
        WHERE "AccountSessions"."Id" = @key
        """,
        row => new Standing(
            new AccountStanding(row.IsDBNull(0) ? "" : row.GetString(0), row.IsDBNull(1) ? "" : row.GetString(1), At(row.GetInt64(2)),
            At(row.GetInt64(3)))));

    /// <inheritdoc/>
    public Task<Guid> BeginAsync(Guid account, string device) => WithContextAsync(async context =>
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var session =
            new SessionRow { Id = Guid.NewGuid(), Account = account, Device = device, CreatedMilliseconds = now, SeenMilliseconds = now };
        context.Add(session);
        await context.SaveChangesAsync();
        return session.Id;
    });

    /// <inheritdoc/>
    public async Task<AccountStanding?> StandingAsync(Guid session, CancellationToken cancellation = default) =>
        (await standings.AskAsync(session, cancellation))?.Value;

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccountSession>> ListAsync(Guid account, CancellationToken cancellation = default) =>
        WithContextAsync<IReadOnlyList<AccountSession>>(async context =>
        {
            var rows = await context.Sessions.AsNoTracking().Where(row => row.Account == account)
                .OrderByDescending(row => row.SeenMilliseconds)
                .ToListAsync(cancellation);
            return [.. rows.Select(row => new AccountSession(row.Id, row.Device, At(row.CreatedMilliseconds), At(row.SeenMilliseconds)))];
        }, cancellation);

    /// <inheritdoc/>
    public Task SeenAsync(Guid session, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var (to, before) = (now.ToUnixTimeMilliseconds(), (now - Noted).ToUnixTimeMilliseconds());
        return WithContextAsync(context => context.Sessions.Where(row => row.Id == session && row.SeenMilliseconds < before)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.SeenMilliseconds, to), cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async Task EndAsync(Guid account, Guid session)
    {
        await WithContextAsync(context => context.Sessions.Where(row => row.Id == session && row.Account == account).ExecuteDeleteAsync());
        changes.Tell(new AccountChange(account, session));
    }

    /// <inheritdoc/>
    public async Task EndAllAsync(Guid account, Guid? except = null)
    {
        await WithContextAsync(context => context.Sessions.Where(row => row.Account == account && row.Id != except).ExecuteDeleteAsync());
        changes.Tell(new AccountChange(account));
    }

    /// <inheritdoc/>
    public Task<int> EndUnusedAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var end = before.ToUnixTimeMilliseconds();
        return WithContextAsync(context => context.Sessions.Where(row => row.SeenMilliseconds < end).ExecuteDeleteAsync(cancellation),
            cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => standings.Dispose();

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private Task<T> WithContextAsync<T>(Func<AccountContext, Task<T>> operation, CancellationToken cancellation = default) =>
        database.RunAsync(async _ =>
        {
            await using var scope = scopes.CreateAsyncScope();
            return await operation(scope.ServiceProvider.GetRequiredService<AccountContext>());
        }, cancellation);

    /// <summary>A class, so that no row is told from a row of zeros.</summary>
    private sealed record Standing(AccountStanding Value);
}
