using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.Feeds;
using Microsoft.AspNetCore.Http;

namespace FashionRecs.Web.Tests.Api.Feeds;

public class FeedsTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Theory]
    [InlineData("http://127.0.0.1/list.csv")]
    [InlineData("http://localhost:5000/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://2130706433/")]
    public async Task Make_AddressInsideTheNetwork_IsRefused(string address)
    {
        Assert.Contains("inside", await MakeAsync(shop.Api(), address).RefusedAsync(400));
        Assert.Equal(0, (await shop.Api().GetAsync("/api/v1/feeds").ReadAsync()).GetProperty("feeds").GetArrayLength());
    }

    [Theory]
    [InlineData("feed", "ftp://shop.example/list.csv", 60)]
    [InlineData("", "https://shop.example/list.csv", 60)]
    [InlineData("feed", "https://shop.example/list.csv", 1)]
    [InlineData("feed", "https://ada:secret@shop.example/list.csv", 60)]
    public async Task Make_WhatMakesNoSense_IsRefused(string name, string address, int every)
    {
        Assert.EndsWith(".", await shop.Api().PostAsJsonAsync("/api/v1/feeds", new { name, address, everyMinutes = every })
            .RefusedAsync(400));
    }

    [Fact]
    public async Task Run_AList_TakesProductsInWithTheirPicturesAndNamesWhatIsRefused()
    {
        await using var other = await OtherServer.StartAsync(AnswerAsync);
        await using var open = new ConnectedShop(other.Host);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/list.csv").ReadAsync();

        var last = await RanAsync(client, made);

        Assert.Equal("fetched", last.GetProperty("outcome").GetString());
        Assert.Equal("done", last.GetProperty("state").GetString());
        Assert.Equal(1, last.GetProperty("taken").GetInt32());
        var refused = last.GetProperty("refused").EnumerateArray().ToDictionary(
            row => row.GetProperty("product").GetString()!, row => row.GetProperty("reason").GetString()!);
        Assert.Contains("404", refused["gone"]);
        Assert.Contains("inside", refused["evil"]);
        Assert.Equal("Red dress", (await client.GetAsync("/api/v1/products/fed").ReadAsync()).GetProperty("name").GetString());

        var job = last.GetProperty("job").GetGuid();
        Assert.Equal("import", (await client.GetAsync($"/api/v1/jobs/{job}").ReadAsync()).GetProperty("kind").GetString());
        Assert.Equal(2, (await client.GetAsync($"/api/v1/jobs/{job}/refused").ReadAsync()).GetProperty("items").GetArrayLength());

        Assert.Equal("unchanged", (await RunAsync(client, made)).GetProperty("outcome").GetString());
        await client.DeleteAsync($"/api/v1/feeds/{IdOf(made)}").ReadOrNothingAsync();
        await client.GetAsync($"/api/v1/feeds/{IdOf(made)}").RefusedAsync(404);
    }

    [Theory]
    [InlineData("/leads-inside", "inside")]
    [InlineData("/round", "leads on more than")]
    [InlineData("/missing", "404")]
    [InlineData("/endless", "MB")]
    public async Task Run_WhatCannotBeFetched_FailsWithTheReason(string path, string reason)
    {
        await using var other = await OtherServer.StartAsync(AnswerAsync);
        await using var open = new ConnectedShop(other.Host);
        var client = await open.ApiAsync();

        var last = await RanAsync(client, await MakeAsync(client, $"http://{other.Host}{path}").ReadAsync());

        Assert.Equal("failed", last.GetProperty("outcome").GetString());
        Assert.Contains(reason, last.GetProperty("trouble").GetString());
        var job = await UntilAsync(async () => (await client.GetAsync("/api/v1/jobs").ReadAsync()).GetProperty("jobs").EnumerateArray()
            .SingleOrDefault(one => one.GetProperty("kind").GetString() == FeedJob.Kind),
            job => job.ValueKind == JsonValueKind.Object && job.GetProperty("state").GetString() == "waiting");
        Assert.Contains(reason, job.GetProperty("trouble").GetString());
        Assert.True(job.GetProperty("next").GetDateTimeOffset() > job.GetProperty("began").GetDateTimeOffset());
        var same = await client.GetAsync($"/api/v1/jobs/{job.GetProperty("id").GetGuid()}").ReadAsync();
        Assert.Equal(job.GetProperty("subject").GetString(), same.GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Pause_RunsNoMoreUntilItGoesOn()
    {
        await using var other = await OtherServer.StartAsync(AnswerAsync);
        await using var open = new ConnectedShop(other.Host);
        var client = await open.ApiAsync();
        var made = await MakeAsync(client, $"http://{other.Host}/list.csv").ReadAsync();
        await RanAsync(client, made);
        var path = $"/api/v1/feeds/{IdOf(made)}";

        await client.PostAsync($"{path}/pause", null).ReadOrNothingAsync();
        Assert.Contains("paused", await client.PostAsync($"{path}/run", null).RefusedAsync(400));
        Assert.True((await client.GetAsync(path).ReadAsync()).GetProperty("paused").GetBoolean());
        await client.PostAsync($"{path}/resume", null).ReadOrNothingAsync();

        Assert.Equal("unchanged", (await RunAsync(client, made)).GetProperty("outcome").GetString());
        await client.PostAsync("/api/v1/feeds/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001/resume", null).RefusedAsync(404);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/list.csv":
                var host = context.Request.Host.Value;
                await context.Response.WriteAsync(
                    "product,image,name\n"
                    + $"fed,http://{host}/picture.jpg,Red dress\ngone,http://{host}/missing,Gone\nevil,http://127.0.0.1:9/x.jpg,Evil\n");
                break;
            case "/picture.jpg":
                await context.Response.WriteAsync("a picture");
                break;
            case "/leads-inside":
                context.Response.Redirect("http://127.0.0.1:9/list.csv");
                break;
            case "/round":
                context.Response.Redirect("/round");
                break;
            case "/endless":
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(new byte[1 << 16], context.RequestAborted);
                }

                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static Task<HttpResponseMessage> MakeAsync(HttpClient client, string address) =>
        client.PostAsJsonAsync("/api/v1/feeds", new { name = "list", address, everyMinutes = 60 });

    private static Guid IdOf(JsonElement feed) => feed.GetProperty("id").GetGuid();

    /// <summary>Runs a feed now.</summary>
    private static async Task<JsonElement> RunAsync(HttpClient client, JsonElement feed)
    {
        var before = (await LastAsync(client, feed)).GetProperty("at").GetDateTimeOffset();
        (await client.PostAsync($"/api/v1/feeds/{IdOf(feed)}/run", null)).EnsureSuccessStatusCode();
        return await UntilAsync(() => LastAsync(client, feed), last => last.GetProperty("at").GetDateTimeOffset() > before);
    }

    /// <summary>The run of a new feed, once nothing more happens.</summary>
    private static Task<JsonElement> RanAsync(HttpClient client, JsonElement feed) => UntilAsync(() => LastAsync(client, feed),
        last => last.ValueKind == JsonValueKind.Object && (last.GetProperty("outcome").GetString() != "fetched"
            || last.GetProperty("state").GetString() is "done" or "paused" or "refused"));

    private static async Task<JsonElement> LastAsync(HttpClient client, JsonElement feed) =>
        (await client.GetAsync($"/api/v1/feeds/{IdOf(feed)}").ReadAsync()).GetProperty("last");

    private static async Task<JsonElement> UntilAsync(Func<Task<JsonElement>> look, Func<JsonElement, bool> enough)
    {
        for (var looks = 0; ; looks++)
        {
            var seen = await look();
            if (enough(seen))
            {
                return seen;
            }

            Assert.True(looks < 300, seen.ValueKind == JsonValueKind.Undefined ? "nothing" : seen.GetRawText());
            await Task.Delay(100);
        }
    }
}
