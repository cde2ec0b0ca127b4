using System.Net;
using FashionRecs.Application.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Accounts;

public class RoleTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Fact]
    public async Task Administration_Anonymous_IsSentToSignIn()
    {
        var answer = await shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false })
            .GetAsync("/administration");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnTo=%2Fadministration", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData]
    [InlineData(Roles.Merchandiser)]
    [InlineData(Roles.Researcher, Roles.Merchandiser)]
    public async Task Administration_WithoutTheRole_Answers403WithAPage(params string[] roles)
    {
        var client = await shop.SignedInAsAsync(roles);

        var answer = await client.GetAsync("/administration");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("This page is for other roles", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Administration_Administrator_ListsPeopleAndSeesEveryArea()
    {
        var client = await shop.SignedInAsAsync(Roles.Administrator);

        var html = await client.GetStringAsync("/administration");

        Assert.Contains("People and their roles", html);
        Assert.Contains("href=\"/merchandising\"", html);
        Assert.Contains("href=\"/research\"", html);
    }

    [Theory]
    [InlineData(Roles.Merchandiser, "/merchandising", "/research")]
    [InlineData(Roles.Researcher, "/research", "/merchandising")]
    public async Task Header_OneRole_LinksToItsAreaAlone(string role, string own, string other)
    {
        var html = await (await shop.SignedInAsAsync(role)).GetStringAsync("/");

        Assert.Contains($"href=\"{own}\"", html);
        Assert.DoesNotContain($"href=\"{other}\"", html);
    }

    [Fact]
    public async Task SetRole_LastAdministrator_IsRefused()
    {
        await using var own = new EmptyShop();
        var directory = own.Services.GetRequiredService<IAccountDirectory>();
        var account = await directory.CreateAsync("only@example.org", SigningIn.Password, Roles.Administrator);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() =>
            directory.SetRoleAsync(account.Id, Roles.Administrator, given: false));

        Assert.Contains("only@example.org is the only administrator", error.Message);
        await directory.CreateAsync("second@example.org", SigningIn.Password, Roles.Administrator);
        await directory.SetRoleAsync(account.Id, Roles.Administrator, given: false);
        Assert.Empty((await directory.TryFindAsync("only@example.org"))!.Roles);
    }

    [Fact]
    public async Task SetRole_AdministratorsRemoveEachOtherAtOnce_OneStays()
    {
        await using var own = new EmptyShop();
        var directory = own.Services.GetRequiredService<IAccountDirectory>();
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = ((await directory.CreateAsync($"one{round}@example.org", SigningIn.Password, Roles.Administrator)).Id,
                (await directory.CreateAsync($"other{round}@example.org", SigningIn.Password, Roles.Administrator)).Id);
            foreach (var earlier in (await directory.FindAsync()).Where(entry => entry.Id != one && entry.Id != other
                && entry.Roles.Contains(Roles.Administrator)))
            {
                await directory.SetRoleAsync(earlier.Id, Roles.Administrator, given: false);
            }

            await Task.WhenAll(Task.Run(() => TryAsync(one, other)), Task.Run(() => TryAsync(other, one)));

            Assert.Single((await directory.FindAsync()), entry => entry.Roles.Contains(Roles.Administrator));
        }

        async Task TryAsync(Guid by, Guid removed)
        {
            try
            {
                await directory.SetRoleAsync(removed, Roles.Administrator, given: false, by);
            }
            catch (Exception exception) when (exception is InvalidDataException or UnauthorizedAccessException)
            {
                // The other one was faster.
            }
        }
    }
}
