using System.Net;
using FashionRecs.Application.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Accounts.SignIn;

public class GuessingTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    private IAccountDirectory Directory => shop.Services.GetRequiredService<IAccountDirectory>();

    [Fact]
    public async Task SignIn_ManyWrongPasswordsOfStrangers_SlowsThemDownAndNotTheOwner()
    {
        await Directory.CreateAsync("victim@example.org", SigningIn.Password);
        var owner = Client();
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SignInAsync("victim@example.org", SigningIn.Password)).StatusCode);
        await owner.SendFormAsync("/account", "", "/account/sign-out");

        var (last, wrong) = (HttpStatusCode.OK, 0);
        while (last != HttpStatusCode.TooManyRequests && wrong++ < 20)
        {
            last = (await Client().SignInAsync("victim@example.org", "a wrong password")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        // A stranger with the right password must wait; the browser in which the owner signed in before need not.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Client().SignInAsync("victim@example.org", SigningIn.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SignInAsync("victim@example.org", SigningIn.Password)).StatusCode);
    }

    [Fact]
    public async Task SignIn_ManyTriesForNobody_IsSaidTheSame()
    {
        await Directory.CreateAsync("there@example.org", SigningIn.Password);

        Assert.Equal(await SaidAsync("there@example.org"), await SaidAsync("not-there@example.org"));

        async Task<string[]> SaidAsync(string email)
        {
            var said = new List<string>();
            for (var wrong = 0; wrong < 13; wrong++)
            {
                var html = await (await Client().SignInAsync(email, "a wrong password")).Content.ReadAsStringAsync();
                said.Add(html.Contains("password do not match", StringComparison.Ordinal)
                    ? "wrong" : html.Contains("That were many tries", StringComparison.Ordinal) ? "wait" : "else");
            }

            return [.. said];
        }
    }

    [Theory]
    [InlineData("clocked@example.org")]
    [InlineData("nobody@example.org")]
    public async Task SignIn_WrongPassword_IsHashedOnceWhetherThereIsAnAccountOrNot(string email)
    {
        var hasher = new CountingHasher();
        await using var counted =
            shop.WithWebHostBuilder(builder => Microsoft.AspNetCore.TestHost.WebHostBuilderExtensions.ConfigureTestServices(
            builder, services => services.AddSingleton<IPasswordHasher<Account>>(hasher)));
        var directory = counted.Services.GetRequiredService<IAccountDirectory>();
        if (await directory.TryFindAsync("clocked@example.org") is null)
        {
            await directory.CreateAsync("clocked@example.org", SigningIn.Password);
        }

        hasher.Verified = 0;
        await counted.CreateClient().SignInAsync(email, "a wrong password");

        Assert.Equal(1, hasher.Verified);
    }

    private HttpClient Client() => shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Verified { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
