using System.Net;
using System.Text.RegularExpressions;
using FashionRecs.Application.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Accounts.SignUp;

public partial class SignUpTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    private IAccountDirectory Directory => shop.Services.GetRequiredService<IAccountDirectory>();

    [Fact]
    public async Task SignUp_KnownOrUnknownAddress_IsAnsweredWithTheSamePage()
    {
        await Directory.CreateAsync("taken@example.org", SigningIn.Password);

        var taken = await AskAsync("/account/sign-up", "sign-up", "taken@example.org");
        var free = await AskAsync("/account/sign-up", "sign-up", "free@example.org");

        Assert.Equal(Plain(free), Plain(taken));
        Assert.Contains("Look into your mail", free);
        Assert.Contains("/account/sign-in", await LetterAsync("taken@example.org"));
        Assert.Contains("/account/new-password?link=", await LetterAsync("free@example.org"));
        Assert.Null(await Directory.TryFindAsync("free@example.org"));
    }

    [Fact]
    public async Task SignUp_LinkFollowed_MakesTheAccountOnceAndSignsIn()
    {
        await AskAsync("/account/sign-up", "sign-up", "new@example.org");
        var link = Link().Match(await LetterAsync("new@example.org")).Value;
        var client = Client();

        var weak = await client.SendFormAsync(link, "new-password", fields: [("Form.Password", "1234567890")]);
        Assert.Contains("guessed first", await weak.Content.ReadAsStringAsync());
        var answer = await client.SendFormAsync(link, "new-password", fields: [("Form.Password", SigningIn.Password)]);

        Assert.Equal("/account", Local(answer));
        Assert.Contains("new@example.org", await client.GetStringAsync("/account"));
        Assert.True((await Directory.TryFindAsync("new@example.org"))!.IsConfirmed);
        Assert.Contains("This link works no longer", await Client().GetStringAsync(link));
    }

    [Fact]
    public async Task Forgotten_LinkFollowed_SetsThePasswordOnceAndSignsOutEverywhere()
    {
        await Directory.CreateAsync("lost@example.org", SigningIn.Password);
        var signedIn = Client();
        await signedIn.SignInAsync("lost@example.org", SigningIn.Password);
        await AskAsync("/account/forgotten", "forgotten", "lost@example.org");
        var link = Link().Match(await LetterAsync("lost@example.org")).Value;

        var answer = await Client().SendFormAsync(link, "new-password", fields: [("Form.Password", "another horse battery")]);

        Assert.Equal("/account/sign-in", Local(answer));
        Assert.Contains("Not signed in", await signedIn.GetStringAsync("/account"));
        Assert.Contains("password do not match",
            await (await Client().SignInAsync("lost@example.org", SigningIn.Password)).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await Client().SignInAsync("lost@example.org", "another horse battery")).StatusCode);
        Assert.Contains("This link works no longer", await Client().GetStringAsync(link));
    }

    [Fact]
    public async Task Forgotten_KnownOrUnknownAddress_IsAnsweredWithTheSamePage()
    {
        await Directory.CreateAsync("somebody@example.org", SigningIn.Password);

        Assert.Equal(Plain(await AskAsync("/account/forgotten", "forgotten", "nobody@example.org")),
            Plain(await AskAsync("/account/forgotten", "forgotten", "somebody@example.org")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?link=x")]
    [InlineData("?link=CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task NewPassword_LinkThatTheShopDidNotMake_IsRefused(string query) =>
        Assert.Contains("This link works no longer", await Client().GetStringAsync($"/account/new-password{query}"));

    private HttpClient Client() => shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private async Task<string> AskAsync(string page, string form, string email) =>
        await (await Client().SendFormAsync(page, form, fields: [("Form.Email", email)])).Content.ReadAsStringAsync();

    private static string Local(HttpResponseMessage answer) => new Uri(new Uri("http://localhost"), answer.Headers.Location!).AbsolutePath;

    /// <summary>The message to an address, which is written behind the answer.</summary>
    private async Task<string> LetterAsync(string email)
    {
        var folder = Path.Combine(shop.Database.Folder, "mail");
        for (var look = 0; look < 100; look++)
        {
            if (System.IO.Directory.Exists(folder)
                && System.IO.Directory.GetFiles(folder).Select(File.ReadAllText)
                    .LastOrDefault(text => text.Contains($"To: {email}\n", StringComparison.Ordinal)) is { Length: > 80 } letter)
            {
                return letter;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Nothing was sent to {email}.");
    }

    private static string Plain(string html) => Token().Replace(html, "");

    [GeneratedRegex("/account/new-password\\?link=[^\\s]+")]
    private static partial Regex Link();

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"|<!--Blazor.*?-->")]
    private static partial Regex Token();
}
