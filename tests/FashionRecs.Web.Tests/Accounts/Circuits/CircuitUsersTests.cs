using System.Security.Claims;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Notices;
using FashionRecs.Web.Accounts;
using FashionRecs.Web.Accounts.Circuits;
using FashionRecs.Web.Accounts.Sessions;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Accounts.Circuits;

public class CircuitUsersTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

    private IAccountDirectory Directory => shop.Services.GetRequiredService<IAccountDirectory>();

    private IAccountSessions Sessions => shop.Services.GetRequiredService<IAccountSessions>();

    [Fact]
    public async Task Watch_RoleTakenAway_UserIsAStrangerWithinASecond()
    {
        var (users, account) = await OpenAsync(Roles.Merchandiser);

        await Directory.SetRoleAsync(account, Roles.Merchandiser, given: false);

        Assert.Null((await UntilAsync(users, user => user.Account() is null)).Account());
        Assert.False(await users.CheckAsync());
    }

    [Fact]
    public async Task Watch_RoleGiven_UserHasItAndStaysTheSameShopper()
    {
        var (users, account) = await OpenAsync();
        var before = (await users.GetAuthenticationStateAsync()).User.Shopper();

        await Directory.SetRoleAsync(account, Roles.Researcher, given: true);

        var user = await UntilAsync(users, user => user.IsInRole(Roles.Researcher));
        Assert.True(user.IsInRole(Roles.Researcher));
        Assert.Equal(before, user.Shopper());
        Assert.True(await users.CheckAsync());
    }

    [Fact]
    public async Task Watch_OtherSessionOfTheAccountEnds_UserStays()
    {
        var (users, account) = await OpenAsync();
        var other = await Sessions.BeginAsync(account, "Another browser");

        await Sessions.EndAsync(account, other);

        Assert.True(await users.CheckAsync());
        Assert.Equal(account, (await users.GetAuthenticationStateAsync()).User.Account());
    }

    [Fact]
    public async Task Watch_SignedOut_NothingMoreIsDoneForThem()
    {
        var (users, account) = await OpenAsync();

        await Sessions.EndAllAsync(account);

        await UntilAsync(users, user => user.Account() is null);
        Assert.False(await users.CheckAsync());
    }

    [Fact]
    public async Task Check_EndedByAnotherProcess_IsNoticedBeforeTheNextAct()
    {
        var (users, account) = await OpenAsync(Roles.Merchandiser, watching: false);
        await Directory.SetRoleAsync(account, Roles.Merchandiser, given: false);

        Assert.False(await users.CheckAsync());
    }

    [Fact]
    public async Task Watch_EndedByAnotherProcess_IsNoticedWithinHalfAMinute()
    {
        var (users, account) = await OpenAsync(changes: new AccountChanges(new LocalNotices()));
        await Sessions.EndAllAsync(account);
        Assert.NotNull((await users.GetAuthenticationStateAsync()).User.Account());

        time.Advance(CircuitUsers.Interval);

        Assert.Null((await UntilAsync(users, user => user.Account() is null)).Account());
    }

    [Fact]
    public async Task Check_StaffSessionOlderThanAllowed_HasEnded()
    {
        var (users, _) = await OpenAsync(Roles.Merchandiser);
        Assert.True(await users.CheckAsync());

        time.Advance(TimeSpan.FromHours(new AccountOptions().StaffSessionHours + 1));

        Assert.False(await users.CheckAsync());
    }

    private Task<(CircuitUsers Users, Guid Account)> OpenAsync(params string[] roles) => OpenAsync(roles is [var role] ? role : null);

    /// <summary>A circuit of somebody new who has just signed in.</summary>
    private async Task<(CircuitUsers Users, Guid Account)> OpenAsync(string? role = null, bool watching = true,
        AccountChanges? changes = null)
    {
        var account = await Directory.CreateAsync($"{Guid.NewGuid():N}@example.org", SigningIn.Password, role is null ? [] : [role]);
        var session = await Sessions.BeginAsync(account.Id, "A test");
        await using var scope = shop.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        user.Identities.First().AddClaim(SessionClaims.Of(session));
        user.AddIdentity(new ClaimsIdentity([new Claim(ShopperCookie.Claim, account.Id.ToString("N"))]));
        var check = ActivatorUtilities.CreateInstance<SessionCheck>(shop.Services, time);
        var users = new CircuitUsers(changes ?? shop.Services.GetRequiredService<AccountChanges>(), check, time);
        users.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        if (watching)
        {
            users.Watch();
        }

        return (users, account.Id);
    }

    private static async Task<ClaimsPrincipal> UntilAsync(CircuitUsers users, Predicate<ClaimsPrincipal> wanted)
    {
        for (var look = 0; look < 20; look++)
        {
            if (wanted((await users.GetAuthenticationStateAsync()).User))
            {
                break;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return (await users.GetAuthenticationStateAsync()).User;
    }
}
