using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Limits;
using FashionRecs.Web.Shop.Clicks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Limits;

public class LimitTests
{
    [Fact]
    public async Task Clicks_MoreThanOneShopperMay_Answers429WithWhenToTryAgain()
    {
        await using var shop = new SmallLimitsShop(("Limits:Clicks:Shopper:Burst", "3"), ("Limits:Clicks:Shopper:PerMinute", "6"));
        var client = shop.CreateClient();
        await client.GetAsync("/");

        var answers = new List<HttpResponseMessage>();
        for (var click = 0; click < 5; click++)
        {
            answers.Add(await client.PostAsJsonAsync("/clicks",
                new { id = Guid.NewGuid(), kind = "less", value = "neckline_design:V-Shaped" }));
        }

        Assert.Equal([204, 204, 204, 429, 429], answers.Select(answer => (int)answer.StatusCode));
        Assert.InRange(answers[^1].Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        // Somebody else is not held up by it.
        var other = shop.CreateClient();
        await other.GetAsync("/");
        Assert.Equal(HttpStatusCode.NoContent,
            (await other.PostAsJsonAsync("/clicks",
            new { id = Guid.NewGuid(), kind = "less", value = "neckline_design:V-Shaped" })).StatusCode);
    }

    [Fact]
    public async Task Clicks_WithoutACookie_AreBoundedPerAddress()
    {
        await using var shop = new SmallLimitsShop(("Limits:Newcomers:Address:Burst", "4"), ("Limits:Newcomers:Address:PerMinute", "1"));
        var statuses = new List<HttpStatusCode>();
        for (var stranger = 0; stranger < 6; stranger++)
        {
            statuses.Add(
                (await shop.CreateClient()
                .PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "less", value = "neckline_design:V-Shaped" })).StatusCode);
        }

        Assert.Equal((4, 2),
            (statuses.Count(status => status == HttpStatusCode.NoContent),
            statuses.Count(status => status == HttpStatusCode.TooManyRequests)));
    }

    [Theory]
    [InlineData("/catalog?q=dress", "Limits:Search:Address")]
    [InlineData("/style", "Limits:Pages:Address")]
    [InlineData("/account/data", "Limits:OwnData:Address")]
    [InlineData("/no/such/picture.png", "Limits:Pages:Address")]
    [InlineData("/product/one.two", "Limits:Pages:Address")]
    public async Task Pages_MoreThanAnAddressMay_SaySoInTheShopsFrame(string page, string setting)
    {
        await using var shop = new SmallLimitsShop(($"{setting}:Burst", "2"), ($"{setting}:PerMinute", "1"));
        var client = shop.CreateClient();
        await client.GetAsync(page);
        await client.GetAsync(page);

        var answer = await client.GetAsync(page);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("A moment, please", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/account/sign-in", "Limits:SignIn:Address")]
    [InlineData("/account/sign-up", "Limits:SignUp:Address")]
    [InlineData("/account/delete", "Limits:OwnData:Address")]
    public async Task Forms_MoreThanAnAddressMay_AreRefused(string form, string setting)
    {
        await using var shop = new SmallLimitsShop(($"{setting}:Burst", "1"), ($"{setting}:PerMinute", "1"));
        await shop.CreateClient().PostAsync(form, new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await shop.CreateClient().PostAsync(form, new FormUrlEncodedContent([]))).StatusCode);
    }

    [Theory]
    [InlineData("/account/delete")]
    [InlineData("/account/sign-out")]
    [InlineData("/account/passkeys/to-use")]
    [InlineData("/privacy/remember")]
    [InlineData("/study/agree")]
    public async Task Forms_ThatNobodyCanRead_AreRefused(string form)
    {
        await using var shop = new SmallLimitsShop();
        var fields = new FormUrlEncodedContent(Enumerable.Range(0, 2_000).Select(number => KeyValuePair.Create($"f{number}", "1")));

        Assert.Equal(HttpStatusCode.BadRequest, (await shop.CreateClient().PostAsync(form, fields)).StatusCode);
    }

    [Fact]
    public async Task Circuits_MoreThanAnAddressMay_AreRefusedUntilOneCloses()
    {
        await using var shop = new SmallLimitsShop(("Limits:CircuitsPerAddress", "2"));
        var address = new Uri(shop.CreateClient().BaseAddress!, "/_blazor");
        using var first = await ConnectAsync(address);
        using var second = await ConnectAsync(address);

        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(address));

        first.Abort();
        for (var look = 0; ; look++)
        {
            try
            {
                using var third = await ConnectAsync(address);
                break;
            }
            catch (WebSocketException) when (look < 50)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    [Theory]
    [InlineData(ClickEndpoint.LargestMessage - 200, HttpStatusCode.BadRequest)]
    [InlineData(ClickEndpoint.LargestMessage + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Click_LargerThanAnyReal_IsRefusedAndNothingOfItComesBack(int length, HttpStatusCode expected)
    {
        await using var shop = new SmallLimitsShop();
        var text = $$"""{"id":"{{Guid.NewGuid()}}","kind":"like","product":"{{new string('x', length)}}"}""";

        var answer = await shop.CreateClient().PostAsync("/clicks", new StringContent(text, Encoding.UTF8, "application/json"));

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("xxxx", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Clicks_OfWhomMuchIsKept_OpeningsAreTakenAndNotKept()
    {
        await using var shop = new SmallLimitsShop(("Limits:EventsPerShopper", "100"), ("Limits:Clicks:Shopper:Burst", "1000"));
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product { Id = "dress", Name = "Dress", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        var client = shop.CreateClient();
        var shopper = Guid.Parse((await client.GetFromJsonAsync<Dictionary<string, object>>("/account/data"))!["shopper"].ToString()!);
        for (var view = 0; view < 110; view++)
        {
            Assert.Equal(HttpStatusCode.NoContent,
                (await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "view", product = "dress" })).StatusCode);
        }

        var answer = await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "dress" });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(101,
            await shop.Services.GetRequiredService<IShopperStore>().RevisionAsync(shopper, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Limits:AddressFactor", "0")]
    [InlineData("Limits:Clicks:Shopper:Burst", "-1")]
    [InlineData("Limits:Circuits", "many")]
    public void Settings_OutOfRange_AreNamed(string name, string value)
    {
        var builder = WebApplication.CreateBuilder([$"--{name}", value]);
        builder.Services.AddLimits();
        using var app = (IDisposable)builder.Build();

        var error = Record.Exception(() => ((WebApplication)app).Services.GetRequiredService<LimitOptions>());

        Assert.Contains(name, Assert.IsAssignableFrom<Exception>(error).Message);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    public void ClientAddress_OfIPv6_IsWhatOnePartyHolds(string address, string expected) =>
        Assert.Equal(expected, ClientAddress.Of(IPAddress.Parse(address)));

    private static async Task<ClientWebSocket> ConnectAsync(Uri address)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        return socket;
    }
}
