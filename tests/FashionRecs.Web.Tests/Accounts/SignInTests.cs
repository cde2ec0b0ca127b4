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

        await client.SignInAsync("merge@example.org", SigningIn.Password, join: "yes");

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

        Assert.Contains("The address and the password do not belong together.", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/style", "/style")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("/.//elsewhere.example", "/")]
    [InlineData("/%2e//elsewhere.example", "/")]
    public async Task SignIn_ReturnTo_StaysInTheShop(string returnTo, string expected)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await Directory.CreateAsync(email, SigningIn.Password);

        var answer = await Client().SignInAsync(email, SigningIn.Password, $"/account/sign-in?returnTo={Uri.EscapeDataString(returnTo)}");

        Assert.Equal(expected, new Uri(new Uri("http://localhost"), answer.Headers.Location!).AbsolutePath);
        Assert.Equal("localhost", new Uri(new Uri("http://localhost"), answer.Headers.Location!).Host);
    }

    [Fact]
    public async Task SignIn_HistoryOnTheDevice_IsMergedOnlyWhereTheySayItIsTheirs()
    {
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product { Id = "planted", Name = "Planted", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        var account = await Directory.CreateAsync("asked@example.org", SigningIn.Password);
        var client = Client();
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "planted" });

        var unanswered = await client.SignInAsync("asked@example.org", SigningIn.Password);
        Assert.Contains("On this device somebody liked one product. Is that yours?", await unanswered.Content.ReadAsStringAsync());
        await client.SignInAsync("asked@example.org", SigningIn.Password, join: "no");

        Assert.Empty((await shop.Services.GetRequiredService<ShopService>().ShopperAsync(account.Id)).Liked);
        Assert.Contains("asked@example.org", await client.GetStringAsync("/account"));
    }

    private HttpClient Client() => shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
}
