using System.Security.Claims;
using FashionRecs.Web.Accounts.Sessions;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace FashionRecs.Web.Accounts.Circuits;

/// <summary>
/// Who uses a circuit. A circuit makes no requests, so nothing else would notice that its user signed out or lost a role: this one is told
/// of changes in its own process at once, and asks every half minute and before each act for those of others.
/// </summary>
public sealed class CircuitUsers(AccountChanges changes, SessionCheck check, TimeProvider time) : ServerAuthenticationStateProvider,
IDisposable
{
    /// <summary>How often it asks by itself.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim checking = new(1);
    private ClaimsPrincipal? left;
    private IDisposable? following;
    private ITimer? timer;

    /// <summary>Begins to watch, when the circuit opens; a page that is only drawn once needs none of it.</summary>
    public void Watch()
    {
        following ??= changes.Follow(change => _ = FollowAsync(change));
        timer ??= time.CreateTimer(_ => _ = CheckAsync(), null, Interval, Interval);
    }

    /// <summary>
    /// Looks up what the user may do now; false where they are signed in no longer, so that nothing they still ask for may be done.
    /// </summary>
    public async Task<bool> CheckAsync()
    {
        await checking.WaitAsync();
        try
        {
            var user = (await GetAuthenticationStateAsync()).User;
            if (user.Account() is null)
            {
                return user != left; // What the page still shows was drawn for the one who left.
            }

            var renewed = await check.RenewAsync(user);
            if (renewed != user)
            {
                SetAuthenticationState(Task.FromResult(new AuthenticationState(renewed ?? (left = Stranger()))));
            }

            return renewed is not null;
        }
        catch (IOException)
        {
            return false; // Nobody can say whether they still may, and what they ask for could not be stored either.
        }
        finally
        {
            checking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        following?.Dispose();
        timer?.Dispose();
        checking.Dispose();
    }

    private async Task FollowAsync(AccountChange change)
    {
        var user = (await GetAuthenticationStateAsync()).User;
        if (user.Account() == change.Account && (change.Session is null || change.Session == user.Session()))
        {
            await CheckAsync();
        }
    }

    /// <summary>Nobody, of whom nothing is stored.</summary>
    private static ClaimsPrincipal Stranger() => new(new ClaimsIdentity([new Claim(ShopperCookie.Claim, Guid.NewGuid().ToString("N"))]));
}
