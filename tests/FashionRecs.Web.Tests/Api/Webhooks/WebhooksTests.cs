using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FashionRecs.Application.Outbound;
using FashionRecs.Application.Webhooks;
using FashionRecs.Web.Api.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Api.Webhooks;

public class WebhooksTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Theory]
    [InlineData("https://127.0.0.1/told")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://localhost/")]
    public async Task Make_AddressInsideTheNetwork_IsRefused(string address)
    {
        Assert.Contains("inside", await MakeAsync(shop.Api(), address).RefusedAsync(400));
    }

    [Fact]
    public async Task Make_WhatMakesNoSense_IsRefused()
    {
        Assert.Contains("https", await MakeAsync(shop.Api(), "http://shop.example/").RefusedAsync(400));
        Assert.Contains(WebhookEvents.ProductRead, await MakeAsync(shop.Api(), "https://shop.example/", "everything").RefusedAsync(400));
        await shop.Api().PostAsJsonAsync("/api/v1/webhooks", new { address = "https://shop.example/", events = (string[])[] })
            .RefusedAsync(400);
        await shop.Api().GetAsync("/api/v1/webhooks/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001").RefusedAsync(404);
        await shop.Api().DeleteAsync("/api/v1/webhooks/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001").RefusedAsync(404);
    }

    [Fact]
    public async Task Tell_WhatWasReadAndChangedAfterItWasMade_ComesSignedAndOnce()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host);
        await open.ImportAsync("old", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told").ReadAsync();
        var secret = made.GetProperty("secret").GetString()!;

        await open.ImportAsync("new", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        await open.ImportAsync("old", ConnectedShop.Seeing("sleeve_length", "Long Sleeves", 'b'));
        await StepAsync(open, TimeProvider.System);
        await StepAsync(open, TimeProvider.System);

        var told = other.Asked.Select(asked => JsonDocument.Parse(asked.Body).RootElement).ToArray();
        Assert.Equal(
            ["product.read new", "product.read old", "reading.changed old"],
            told.Select(one => $"{one.GetProperty("type")} {one.GetProperty("data").GetProperty("product")}").Order());
        var changed = told.Single(one => one.GetProperty("type").GetString() == WebhookEvents.ReadingChanged).GetProperty("data")
            .GetProperty("changed").EnumerateArray().Select(one => one.GetProperty("attribute").GetString());
        Assert.Equal(["neckline_design", "sleeve_length"], changed);
        Assert.All(other.Asked, asked => Assert.Equal(
            WebhookSignature.Of(secret, asked.Headers["webhook-id"], DateTimeOffset.FromUnixTimeSeconds(
                long.Parse(asked.Headers["webhook-timestamp"], CultureInfo.InvariantCulture)), Encoding.UTF8.GetBytes(asked.Body)),
            asked.Headers["webhook-signature"]));
        Assert.All(await MessagesAsync(client, made), message => Assert.Equal("delivered", message.GetProperty("state").GetString()));
        Assert.DoesNotContain(secret, await client.GetStringAsync("/api/v1/webhooks"));
    }

    [Fact]
    public async Task Tell_AReview_IsAChangedReading()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host);
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        var client = await open.ApiAsync();
        await MakeAsync(client, $"http://{other.Host}/told", WebhookEvents.ReadingChanged).ReadAsync();

        await client.PostAsJsonAsync("/api/v1/reviews", new { id = Guid.NewGuid(), product = "p1", value = "sleeve_length:Long Sleeves" })
            .ReadAsync();
        await StepAsync(open, TimeProvider.System);

        Assert.Contains("Long Sleeves", Assert.Single(other.Asked).Body);
    }

    [Fact]
    public async Task Tell_ServerThatIsAway_IsTriedAfterLongerAndLongerPausesAndThenGivenUpWithTheReason()
    {
        var answers = 0;
        await using var other = await OtherServer.StartAsync(context =>
        {
            answers++;
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var open = new ConnectedShop(other.Host);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told", WebhookEvents.ProductRead).ReadAsync();
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(1));

        await StepAsync(open, time);
        for (var tries = 1; tries < WebhookSchedule.Most; tries++)
        {
            var message = Assert.Single(await MessagesAsync(client, made));
            Assert.Equal(tries, message.GetProperty("tries").GetInt32());
            Assert.Contains("503", message.GetProperty("trouble").GetString());
            time.Advance(WebhookSchedule.After(tries)!.Value - TimeSpan.FromSeconds(1));
            await StepAsync(open, time);
            Assert.Equal(tries, answers);
            time.Advance(TimeSpan.FromSeconds(2));
            await StepAsync(open, time);
            Assert.Equal(tries + 1, answers);
        }

        var last = Assert.Single(await MessagesAsync(client, made));
        Assert.Equal("givenUp", last.GetProperty("state").GetString());
        Assert.Contains($"{WebhookSchedule.Most} times", last.GetProperty("trouble").GetString());
        Assert.Contains("503", last.GetProperty("trouble").GetString());
        time.Advance(TimeSpan.FromDays(7));
        await StepAsync(open, time);
        Assert.Equal(WebhookSchedule.Most, answers);
    }

    [Fact]
    public async Task Tell_WrittenBeforeTheServerWasKilled_IsSentByTheNext()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host);
        await MakeAsync(await open.ApiAsync(), $"http://{other.Host}/told", WebhookEvents.ProductRead).ReadAsync();
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        await open.Services.GetRequiredService<CatalogWatch>().StepAsync();
        Assert.Empty(other.Asked);

        await using var next = open.WithWebHostBuilder(_ => { });
        await Delivery(next.Services, TimeProvider.System).StepAsync();

        Assert.Contains("p1", Assert.Single(other.Asked).Body);
    }

    [Fact]
    public async Task Delete_AWebhook_IsToldNothingMore()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told").ReadAsync();
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        await open.Services.GetRequiredService<CatalogWatch>().StepAsync();

        await client.DeleteAsync($"/api/v1/webhooks/{made.GetProperty("webhook").GetProperty("id").GetGuid()}").ReadOrNothingAsync();
        await StepAsync(open, TimeProvider.System);

        Assert.Empty(other.Asked);
    }

    private static async Task StepAsync(ConnectedShop open, TimeProvider time)
    {
        await open.Services.GetRequiredService<CatalogWatch>().StepAsync();
        await Delivery(open.Services, time).StepAsync();
    }

    private static WebhookDelivery Delivery(IServiceProvider services, TimeProvider time) => new(
        services.GetRequiredService<IWebhookStore>(), services.GetRequiredService<WebhookMaking>(),
        services.GetRequiredService<OutboundClient>(), services.GetRequiredService<OutboundGate>(), time);

    private static async Task<JsonElement[]> MessagesAsync(HttpClient client, JsonElement made) =>
        [.. (await client.GetAsync($"/api/v1/webhooks/{made.GetProperty("webhook").GetProperty("id").GetGuid()}").ReadAsync())
            .GetProperty("messages").EnumerateArray()];

    private static Task<HttpResponseMessage> MakeAsync(HttpClient client, string address, params string[] events) =>
        client.PostAsJsonAsync("/api/v1/webhooks", new { address, events = events.Length > 0 ? events : [.. WebhookEvents.All] });
}
