using System.Net;
using FashionRecs.Application.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Accounts.Sessions;

public class SessionTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    private IAccountDirectory Directory => shop.Services.GetRequiredService<IAccountDirectory>();

    [Fact]
    public async Task SignOut_CopiedCookie_IsWorthNothing()
    {
        var (cookie, client, _) = await SignedInAsync();
        Assert.Contains("@example.org", await AccountAsync(cookie));

        await client.SendFormAsync("/account", "", "/account/sign-out");

        Assert.Contains("Not signed in", await AccountAsync(cookie));
    }

    [Fact]
    public async Task SetRole_TakenAway_EndsTheCookieAtOnce()
    {
        var (cookie, _, email) = await SignedInAsync(Roles.Merchandiser);
        var account = (await Directory.TryFindAsync(email))!;

        await Directory.SetRoleAsync(account.Id, Roles.Merchandiser, given: false);

        Assert.Contains("Not signed in", await AccountAsync(cookie));
    }

    [Fact]
    public async Task SetRole_Given_OpensThePageWithTheNextRequest()
    {
        var (cookie, _, email) = await SignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(cookie, "/merchandising")).StatusCode);
        var account = (await Directory.TryFindAsync(email))!;

        await Directory.SetRoleAsync(account.Id, Roles.Merchandiser, given: true);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(cookie, "/merchandising")).StatusCode);
    }

    [Fact]
    public async Task Delete_Account_EndsTheCookieAtOnce()
    {
        var (cookie, client, _) = await SignedInAsync();

        await client.SendFormAsync("/account", "", "/account/delete", ("sure", "yes"));

        Assert.Contains("Not signed in", await AccountAsync(cookie));
    }

    [Fact]
    public async Task SetRole_ByWhoLostTheirOwn_IsRefusedAndChangesNothing()
    {
        await Directory.CreateAsync("stays@example.org", SigningIn.Password, Roles.Administrator);
        var demoted = await Directory.CreateAsync("demoted@example.org", SigningIn.Password, Roles.Administrator);
        var friend = await Directory.CreateAsync("friend@example.org", SigningIn.Password);
        await Directory.SetRoleAsync(demoted.Id, Roles.Administrator, given: false);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Directory.SetRoleAsync(friend.Id, Roles.Administrator, given: true, by: demoted.Id));

        Assert.Empty((await Directory.TryFindAsync("friend@example.org"))!.Roles);
    }

    private Task<string> AccountAsync(string cookie) =>
        GetAsync(cookie, "/account").ContinueWith(answer => answer.GetAwaiter().GetResult().Content.ReadAsStringAsync()).Unwrap();

    /// <summary>Asks with a copy of the cookie, as a thief would.</summary>
    private async Task<HttpResponseMessage> GetAsync(string cookie, string path)
    {
        var client = shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request);
    }

    private async Task<(string Cookie, HttpClient Client, string Email)> SignedInAsync(params string[] roles)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await Directory.CreateAsync(email, SigningIn.Password, roles);
        var client = shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var answer = await client.SignInAsync(email, SigningIn.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("fashionrecs-account=", StringComparison.Ordinal))
            .Split(';')[0];
        return (cookie, client, email);
    }
}
