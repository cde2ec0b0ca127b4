using System.Collections.Concurrent;
using FashionRecs.Web.Accounts.Sessions;

namespace FashionRecs.Web.Accounts.Circuits;

/// <summary>
/// Cuts the connections of circuits whose session ended, in case a browser does not do as it is told and open the page again. Thread-safe.
/// </summary>
public sealed class OpenConnections : IDisposable
{
    /// <summary>Long enough for a browser to leave by itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(700);

    private readonly ConcurrentDictionary<HttpContext, byte> open = new();
    private readonly IDisposable following;
    private readonly SessionCheck check;
    private readonly TimeProvider time;

    /// <summary>Begins to follow changes of accounts.</summary>
    public OpenConnections(AccountChanges changes, SessionCheck check, TimeProvider time)
    {
        (this.check, this.time) = (check, time);
        following = changes.Follow(change => _ = CutAsync(change));
    }

    /// <summary>Connections of people who are signed in.</summary>
    public int Count => open.Count;

    /// <summary>Runs the connection of a circuit and knows of it meanwhile.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (context.User.Account() is null || context.Request.Path != CircuitConnections.Path)
        {
            await next(context);
            return;
        }

        open[context] = 0;
        try
        {
            await next(context);
        }
        finally
        {
            open.TryRemove(context, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => following.Dispose();

    private async Task CutAsync(AccountChange change)
    {
        HttpContext[] concerned = [.. open.Keys.Where(context => context.User.Account() == change.Account
            && (change.Session is null || change.Session == context.User.Session()))];
        if (concerned.Length == 0)
        {
            return;
        }

        await Task.Delay(Grace, time);
        foreach (var context in concerned.Where(open.ContainsKey))
        {
            if (await check.RenewAsync(context.User) is null)
            {
                context.Abort();
            }
        }
    }
}
