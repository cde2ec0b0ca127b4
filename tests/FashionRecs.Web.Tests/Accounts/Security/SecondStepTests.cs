using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using FashionRecs.Application.Accounts;
using FashionRecs.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Accounts.Security;

public partial class SecondStepTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Fact]
    public async Task TwoStep_TurnedOn_PasswordAloneOpensNothingAndACodeOpensOnce()
    {
        var (email, key, _) = await TurnedOnAsync();
        var client = Client();
        var first = await client.SignInAsync(email, SigningIn.Password);
        Assert.StartsWith("/account/second-step", new Uri(new Uri("http://localhost"), first.Headers.Location!).AbsolutePath,
            StringComparison.Ordinal);
        Assert.Contains("Not signed in", await client.GetStringAsync("/account"));
        Assert.Contains("That is not the code", await (await CodeAsync(client, "000000")).Content.ReadAsStringAsync());

        var code = Totp(key);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(client, code)).StatusCode);
        Assert.Contains(email, await client.GetStringAsync("/account"));

        var other = Client();
        await other.SignInAsync(email, SigningIn.Password);
        Assert.Contains("That is not the code", await (await CodeAsync(other, code)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task TwoStep_RecoveryCode_OpensOnce()
    {
        var (email, _, codes) = await TurnedOnAsync();
        Assert.Equal(10, codes.Length);
        var client = Client();
        await client.SignInAsync(email, SigningIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(client, codes[0])).StatusCode);

        var other = Client();
        await other.SignInAsync(email, SigningIn.Password);
        Assert.Contains("That is not the code", await (await CodeAsync(other, codes[0])).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Password_Changed_EndsOtherSessionsAndKeepsThisOne()
    {
        var email = await MadeAsync();
        var (here, there) = (Client(), Client());
        await here.SignInAsync(email, SigningIn.Password);
        await there.SignInAsync(email, SigningIn.Password);

        var wrong = await here.SendFormAsync("/account/security", "password",
            fields: [("Form.Old", "a wrong password"), ("Form.New", "another horse battery")]);
        Assert.Contains("That is not your password.", await wrong.Content.ReadAsStringAsync());
        await here.SendFormAsync("/account/security", "password",
            fields: [("Form.Old", SigningIn.Password), ("Form.New", "another horse battery")]);

        Assert.Contains(email, await here.GetStringAsync("/account"));
        Assert.Contains("Not signed in", await there.GetStringAsync("/account"));
    }

    [Fact]
    public async Task Sessions_SignOutEverywhereElse_EndsTheOthersAlone()
    {
        var email = await MadeAsync();
        var (here, there) = (Client(), Client());
        await here.SignInAsync(email, SigningIn.Password);
        await there.SignInAsync(email, SigningIn.Password);
        Assert.Contains("Sign out everywhere else", await here.GetStringAsync("/account/security"));

        await here.SendFormAsync("/account/security", "end-others");

        Assert.Contains(email, await here.GetStringAsync("/account"));
        Assert.Contains("Not signed in", await there.GetStringAsync("/account"));
    }

    [Fact]
    public async Task Passkeys_Options_NeedTheFormsToken()
    {
        var client = Client();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/account/passkeys/to-use", null)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await client.PostAsync("/account/passkeys/to-add", null)).StatusCode);
    }

    /// <summary>The framework says the same of a passkey as of a password.</summary>
    [Theory]
    [InlineData("pwd", HttpStatusCode.Forbidden)]
    [InlineData("mfa", HttpStatusCode.OK)]
    public async Task StaffNeedSecondStep_SignedInInAWay_RolesWorkWithACodeAlone(string method, HttpStatusCode expected)
    {
        await using var strict = shop.WithWebHostBuilder(builder => builder.UseSetting("Accounts:StaffNeedSecondStep", "true")
            .ConfigureServices(services => services.AddSingleton<IStartupFilter>(new SignInAtOnce(method))));
        var email = $"{Guid.NewGuid():N}@example.org";
        await strict.Services.GetRequiredService<IAccountDirectory>().CreateAsync(email, SigningIn.Password, Roles.Administrator);
        await using var scope = strict.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.SetTwoFactorEnabledAsync((await accounts.FindByEmailAsync(email))!, true);
        var client = strict.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await client.GetAsync($"/test/sign-in?email={email}");

        Assert.Contains(email, await client.GetStringAsync("/account"));
        Assert.Equal(expected, (await client.GetAsync("/administration")).StatusCode);
        // What is known anew of them says the same.
        await accounts.UpdateAsync((await accounts.FindByEmailAsync(email))!);
        Assert.Equal(expected, (await client.GetAsync("/administration")).StatusCode);
    }

    /// <summary>Does what the framework does once it has found out who somebody is.</summary>
    private sealed class SignInAtOnce(string method) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            // A branch by Map would narrow the cookie to its own path.
            app.MapWhen(context => context.Request.Path == "/test/sign-in", branch => branch.Run(async context =>
            {
                var signIn = context.RequestServices.GetRequiredService<AccountSignIn>();
                var account = (await signIn.UserManager.FindByEmailAsync(context.Request.Query["email"]!))!;
                await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(StaffRules.Method, method)]);
            }));
            next(app);
        };
    }

    private HttpClient Client() => shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private async Task<string> MadeAsync()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await shop.Services.GetRequiredService<IAccountDirectory>().CreateAsync(email, SigningIn.Password);
        return email;
    }

    private static Task<HttpResponseMessage> CodeAsync(HttpClient client, string code) =>
        client.SendFormAsync("/account/second-step", "second-step", fields: [("Form.Code", code)]);

    private async Task<(string Email, string Key, string[] Codes)> TurnedOnAsync()
    {
        var email = await MadeAsync();
        var client = Client();
        await client.SignInAsync(email, SigningIn.Password);
        var begun = await (
            await client.SendFormAsync("/account/two-step", "two-step",
            fields: [("Form.Password", SigningIn.Password)])).Content.ReadAsStringAsync();
        var key = Key().Match(begun).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var done = await (
            await client.SendFormAsync("/account/two-step", "two-step",
            fields: [("Form.Password", SigningIn.Password), ("Form.Code", Totp(key))])).Content.ReadAsStringAsync();
        return (email, key, [.. Spare().Matches(done).Select(match => match.Groups[1].Value)]);
    }

    /// <summary>What an authenticator shows now (RFC 6238).</summary>
    private static string Totp(string key)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(
            key.Select(letter => Convert.ToString(letters.IndexOf(letter, StringComparison.OrdinalIgnoreCase), 2).PadLeft(5, '0')));
        byte[] secret = [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
        var counter = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        Array.Reverse(counter);
        var hash = HMACSHA1.HashData(secret, counter);
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("aria-label=\"Key\"><code>([^<]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex Spare();
}
