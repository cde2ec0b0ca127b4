using System.Net;
using System.Net.Http.Json;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Accounts;

public class SignInTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    private IAccountDirectory Directory => shop.Services.GetRequiredService<IAccountDirectory>();

    [Fact]
    public async Task SignIn_AnonymousHistory_BecomesTheAccounts()
    {
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product { Id = "dress", Name = "Dress", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        var account = await Directory.CreateAsync("merge@example.org", SigningIn.Password);
        var client = Client();
        await client.GetAsync("/");
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "dress" });

        await client.SignInAsync("merge@example.org", SigningIn.Password);

        Assert.Equal(["dress"], (await shop.Services.GetRequiredService<ShopService>().ShopperAsync(account.Id)).Liked);
        Assert.Contains("Learned from one click.", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task SignOut_Afterwards_IsNobody()
    {
        var client = await shop.SignedInAsAsync();
        Assert.Contains("@example.org", await client.GetStringAsync("/account"));

        var answer = await client.SendFormAsync("/account", "", "/account/sign-out");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Contains("Not signed in", await client.GetStringAsync("/account"));
    }

    [Fact]
    public async Task SignOut_WithoutTheToken_IsRefused()
    {
        var client = await shop.SignedInAsAsync();

        var answer = await client.PostAsync("/account/sign-out", null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("@example.org", await client.GetStringAsync("/account"));
    }

    [Theory]
    [InlineData("nobody@example.org", SigningIn.Password)]
    [InlineData("known@example.org", "a wrong password")]
    public async Task SignIn_WrongAddressOrPassword_IsRefusedWithTheSameSentence(string email, string password)
    {
        if (await Directory.TryFindAsync("known@example.org") is null)
        {
            await Directory.CreateAsync("known@example.org", SigningIn.Password);
        }

        var answer = await Client().SignInAsync(email, password);

        Assert.Contains("That e-mail address and password do not match.", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/style", "/style")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    public async Task SignIn_ReturnTo_StaysInTheShop(string returnTo, string expected)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await Directory.CreateAsync(email, SigningIn.Password);

        var answer = await Client().SignInAsync(email, SigningIn.Password, $"/account/sign-in?returnTo={Uri.EscapeDataString(returnTo)}");

        Assert.Equal(expected, new Uri(new Uri("http://localhost"), answer.Headers.Location!).AbsolutePath);
        Assert.Equal("localhost", new Uri(new Uri("http://localhost"), answer.Headers.Location!).Host);
    }

    [Theory]
    [InlineData("not an address", SigningIn.Password, "That is not an e-mail address.")]
    [InlineData("short@example.org", "short", "A password has at least 10 characters.")]
    [InlineData("taken@example.org", SigningIn.Password, "There is an account for taken@example.org already.")]
    public async Task SignUp_Unacceptable_IsRefusedWithOneSentence(string email, string password, string sentence)
    {
        if (await Directory.TryFindAsync("taken@example.org") is null)
        {
            await Directory.CreateAsync("taken@example.org", SigningIn.Password);
        }

        var answer = await Client().SendFormAsync("/account/sign-up", "sign-up", fields: [("Form.Email", email), ("Form.Password", password)]);

        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task SignUp_New_IsSignedIn()
    {
        var client = Client();

        var answer = await client.SendFormAsync("/account/sign-up", "sign-up", fields: [("Form.Email", "new@example.org"), ("Form.Password", SigningIn.Password)]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("new@example.org", await client.GetStringAsync("/"));
    }

    private HttpClient Client() => shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
}
