using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.Webhooks;
using FashionRecs.Web.Api.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Web.Tests.Api.Webhooks;

public class WebhooksTests(ApiShop shop) : IClassFixture<ApiShop>
{
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

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
        await using var open = new ConnectedShop(other.Host, time);
        await open.ImportAsync("old", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told").ReadAsync();
        var secret = made.GetProperty("secret").GetString()!;

        await open.ImportAsync("new", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        await open.ImportAsync("old", ConnectedShop.Seeing("sleeve_length", "Long Sleeves", 'b'));
        await WorkAsync(open);
        await WorkAsync(open);

        var told = other.Asked.Select(asked => JsonDocument.Parse(asked.Body).RootElement).ToArray();
        Assert.Equal(
            ["product.read new", "product.read old", "reading.changed old"],
            told.Select(one => $"{one.GetProperty("type")} {one.GetProperty("data").GetProperty("product")}").Order());
        var changed = told.Single(one => one.GetProperty("type").GetString() == WebhookEvents.ReadingChanged).GetProperty("data")
            .GetProperty("changed").EnumerateArray().Select(one => one.GetProperty("attribute").GetString());
        Assert.Equal(["neckline_design", "sleeve_length"], changed);
        Assert.All(other.Asked, asked => asked.IsSignedWith(secret));
        Assert.All(await MessagesAsync(client, made), message => Assert.Equal("delivered", message.GetProperty("state").GetString()));
        Assert.DoesNotContain(secret, await client.GetStringAsync("/api/v1/webhooks"));
    }

    [Fact]
    public async Task Tell_AReview_IsAChangedReading()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host, time);
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        var client = await open.ApiAsync();
        await MakeAsync(client, $"http://{other.Host}/told", WebhookEvents.ReadingChanged).ReadAsync();

        await client.PostAsJsonAsync("/api/v1/reviews", new { id = Guid.NewGuid(), product = "p1", value = "sleeve_length:Long Sleeves" })
            .ReadAsync();
        await WorkAsync(open);

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
        await using var open = new ConnectedShop(other.Host, time);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told", WebhookEvents.ProductRead).ReadAsync();
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));

        await ConnectedShop.WorkAsync(open.Services);
        for (var tries = 1; tries < WebhookSchedule.Most; tries++)
        {
            var message = Assert.Single(await MessagesAsync(client, made));
            Assert.Equal(tries, message.GetProperty("tries").GetInt32());
            Assert.Contains("503", message.GetProperty("trouble").GetString());
            time.Advance(WebhookSchedule.After(tries)!.Value - TimeSpan.FromSeconds(1));
            await ConnectedShop.WorkAsync(open.Services);
            Assert.Equal(tries, answers);
            time.Advance(TimeSpan.FromSeconds(2));
            await ConnectedShop.WorkAsync(open.Services);
            Assert.Equal(tries + 1, answers);
        }

        var last = Assert.Single(await MessagesAsync(client, made));
        Assert.Equal("givenUp", last.GetProperty("state").GetString());
        Assert.Contains($"{WebhookSchedule.Most} times", last.GetProperty("trouble").GetString());
        Assert.Contains("503", last.GetProperty("trouble").GetString());
        time.Advance(TimeSpan.FromDays(7));
        await ConnectedShop.WorkAsync(open.Services);
        Assert.Equal(WebhookSchedule.Most, answers);
    }

    [Fact]
    public async Task Tell_WrittenBeforeTheServerWasKilled_IsSentByTheNext()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host, time);
        await MakeAsync(await open.ApiAsync(), $"http://{other.Host}/told", WebhookEvents.ProductRead).ReadAsync();
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        await open.Services.GetRequiredService<CatalogWatch>().StepAsync();
        Assert.Empty(other.Asked);

        await using var next = open.WithWebHostBuilder(_ => { });
        await ConnectedShop.WorkAsync(next.Services);

        Assert.Contains("p1", Assert.Single(other.Asked).Body);
    }

    [Fact]
    public async Task Delete_AWebhook_IsToldNothingMore()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host, time);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told").ReadAsync();
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        await open.Services.GetRequiredService<CatalogWatch>().StepAsync();

        await client.DeleteAsync(PathOf(made)).ReadOrNothingAsync();
        await WorkAsync(open);

        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task Job_ServerThatIsAway_IsSeenWithItsReasonAndANewMessageDoesNotWaitForIt()
    {
        var away = true;
        await using var other = await OtherServer.StartAsync(context =>
        {
            context.Response.StatusCode = away ? 503 : 200;
            return Task.CompletedTask;
        });
        await using var open = new ConnectedShop(other.Host, time);
        var client = await open.ApiAsync();
        await MakeAsync(client, $"http://{other.Host}/told", WebhookEvents.ProductRead).ReadAsync();
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        await WorkAsync(open);

        var job = Assert.Single(await JobsAsync(client, WebhookJobs.Delivery));
        Assert.Equal("waiting", job.GetProperty("state").GetString());
        Assert.Contains("503", job.GetProperty("trouble").GetString());
        Assert.Single(other.Asked);

        away = false;
        await open.ImportAsync("p2", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        time.Advance(TimeSpan.FromSeconds(1));
        await ConnectedShop.WorkAsync(open.Services);
        Assert.Contains("p2", other.Asked.Last().Body);
        time.Advance(TimeSpan.FromMinutes(1));
        await ConnectedShop.WorkAsync(open.Services);

        Assert.Equal(3, other.Asked.Count);
        Assert.Equal("done", (await JobsAsync(client, WebhookJobs.Delivery)).First().GetProperty("state").GetString());
    }

    [Fact]
    public async Task Pause_KeepsMessagesUntilItGoesOn()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host, time);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told", WebhookEvents.ProductRead).ReadAsync();
        var path = PathOf(made);
        await client.PostAsync($"{path}/pause", null).ReadOrNothingAsync();
        await open.ImportAsync("p1", ConnectedShop.Seeing("neckline_design", "V Neckline"));
        await WorkAsync(open);
        Assert.Empty(other.Asked);
        Assert.True((await client.GetAsync(path).ReadAsync()).GetProperty("webhook").GetProperty("paused").GetBoolean());
        Assert.Contains("paused", await client.PostAsync($"{path}/test", null).RefusedAsync(400));

        await client.PostAsync($"{path}/resume", null).ReadOrNothingAsync();
        await ConnectedShop.WorkAsync(open.Services);

        Assert.Contains("p1", Assert.Single(other.Asked).Body);
        await client.PostAsync("/api/v1/webhooks/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001/pause", null).RefusedAsync(404);
    }

    [Fact]
    public async Task Test_AWebhook_GetsASignedMessageWhateverItIsTold()
    {
        await using var other = await OtherServer.StartAsync(_ => Task.CompletedTask);
        await using var open = new ConnectedShop(other.Host, time);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told", WebhookEvents.ExperimentAlarm).ReadAsync();

        Assert.Equal(202, (int)(await client.PostAsync($"{PathOf(made)}/test", null)).StatusCode);
        await ConnectedShop.WorkAsync(open.Services);

        var asked = Assert.Single(other.Asked);
        Assert.Equal(WebhookEvents.Test, JsonDocument.Parse(asked.Body).RootElement.GetProperty("type").GetString());
        asked.IsSignedWith(made.GetProperty("secret").GetString()!);
    }

    [Fact]
    public async Task Again_AMessageThatWasGivenUp_IsSentOnceMore()
    {
        var status = 410;
        await using var other = await OtherServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var open = new ConnectedShop(other.Host, time);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/told").ReadAsync();
        await client.PostAsync($"{PathOf(made)}/test", null).ReadOrNothingAsync();
        await ConnectedShop.WorkAsync(open.Services);
        var message = Assert.Single(await MessagesAsync(client, made));
        Assert.Equal("givenUp", message.GetProperty("state").GetString());
        var again = $"{PathOf(made)}/messages/{message.GetProperty("id").GetString()}/again";

        status = 200;
        await client.PostAsync(again, null).ReadOrNothingAsync();
        await ConnectedShop.WorkAsync(open.Services);

        Assert.Equal("delivered", Assert.Single(await MessagesAsync(client, made)).GetProperty("state").GetString());
        Assert.Equal(2, other.Asked.Count);
        await client.PostAsync(again, null).RefusedAsync(404);
    }

    /// <summary>Does what there is to do five seconds later.</summary>
    private Task WorkAsync(ConnectedShop open)
    {
        time.Advance(TimeSpan.FromSeconds(5));
        return ConnectedShop.WorkAsync(open.Services);
    }

    private static string PathOf(JsonElement made) => $"/api/v1/webhooks/{made.GetProperty("webhook").GetProperty("id").GetGuid()}";

    private static async Task<JsonElement[]> JobsAsync(HttpClient client, string kind) =>
        [.. (await client.GetAsync("/api/v1/jobs").ReadAsync()).GetProperty("jobs").EnumerateArray()
            .Where(job => job.GetProperty("kind").GetString() == kind)];

    private static async Task<JsonElement[]> MessagesAsync(HttpClient client, JsonElement made) =>
        [.. (await client.GetAsync(PathOf(made)).ReadAsync()).GetProperty("messages").EnumerateArray()];

    private static Task<HttpResponseMessage> MakeAsync(HttpClient client, string address, params string[] events) =>
        client.PostAsJsonAsync("/api/v1/webhooks", new { address, events = events.Length > 0 ? events : [.. WebhookEvents.All] });
}
