using System.Net.Http.Json;
using FashionRecs.Web.Tests.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FashionRecs.Web.Tests.Privacy;

public class CookieTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Theory]
    [InlineData("/no/such/page")]
    [InlineData("/css/base.css")]
    [InlineData("/pictures/0000000000000000000000000000000000000000000000000000000000000000/240.webp")]
    public async Task Cookie_WhereNothingIsShown_IsNotSent(string path)
    {
        var answer = await Client().GetAsync(path);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cookie_OfAVisit_EndsWithTheBrowser()
    {
        var answer = await Client().GetAsync("/");

        var cookie =
            Assert.Single(answer.Headers.GetValues("Set-Cookie"), set => set.StartsWith("fashionrecs-shopper=", StringComparison.Ordinal));
        Assert.DoesNotContain("max-age", cookie);
        Assert.DoesNotContain("expires", cookie);
        Assert.Contains("httponly", cookie);
    }

    [Fact]
    public async Task Cookie_WhoWantsToBeKnownAgain_IsKeptAYearAndCanTakeItBack()
    {
        var client = Client();
        var before = await ShopperAsync(client);

        var kept = await client.SendFormAsync("/privacy", "", "/privacy/remember", ("keep", "yes"));
        Assert.Contains(kept.Headers.GetValues("Set-Cookie"), set => set.Contains("max-age=31536000", StringComparison.Ordinal));
        Assert.Contains("Forget me when I close the browser", await client.GetStringAsync("/privacy"));

        var ended = await client.SendFormAsync("/privacy", "", "/privacy/remember", ("keep", "no"));
        Assert.DoesNotContain(ended.Headers.GetValues("Set-Cookie"), set => set.Contains("max-age", StringComparison.Ordinal));
        Assert.Equal(before, await ShopperAsync(client));
    }

    private HttpClient Client() => shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static async Task<string> ShopperAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<Dictionary<string, object>>("/account/data"))!["shopper"].ToString()!;
}
