using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FashionRecs.EndToEnd.Tests.Hosting;

/// <summary>Several servers behind a front, as <c>deploy/several/run</c> starts them.</summary>
public sealed class SeveralServersTests
{
    private const int Shoppers = 6;

    [Fact]
    public async Task Kill_OneServerUnderClicks_LosesNothingAndTheOthersServeEverybody()
    {
        using var servers = await SeveralServers.StartAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (confirmed, isEnough) = (0, false);
        var nodes = new ConcurrentDictionary<string, byte>();
        var clicking = Enumerable.Range(0, Shoppers).Select(_ => Task.Run(ShopAsync, limit.Token)).ToArray();

        await ConfirmedAsync(40);
        servers.KillServer(1);
        await ConfirmedAsync(Volatile.Read(ref confirmed) + 60);
        Volatile.Write(ref isEnough, true);
        var shoppers = await Task.WhenAll(clicking);

        Assert.Equal(2, nodes.Count); // Both served, and everybody stayed where they were.
        foreach (var (client, clicked) in shoppers)
        {
            var data = await client.GetFromJsonAsync<JsonElement>("/account/data", limit.Token);
            Assert.Equal(clicked.Order(), data.GetProperty("events").EnumerateArray()
                .Select(happened => happened.GetProperty("id").GetGuid()).Order());
        }

        Assert.Equal(0, await servers.CloseAsync());

        async Task ConfirmedAsync(int many)
        {
            while (Volatile.Read(ref confirmed) < many)
            {
                await Task.Delay(50, limit.Token);
            }
        }

        // As a browser does: what is not confirmed is sent again, the same, until it is.
        async Task<(HttpClient Client, List<Guid> Clicked)> ShopAsync()
        {
            var cookies = new CookieContainer();
            var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = servers.Address };
            var clicked = new List<Guid>();
            await client.GetAsync("/account/sign-in", limit.Token);
            while (!Volatile.Read(ref isEnough))
            {
                var click = new { id = Guid.NewGuid(), kind = "more", value = "neckline_design:V Neckline" };
                clicked.Add(click.id);
                while (true)
                {
                    var answer = await client.PostAsJsonAsync("/clicks", click, limit.Token);
                    if (answer.StatusCode == HttpStatusCode.NoContent)
                    {
                        break;
                    }

                    Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode} would be dropped.");
                    await Task.Delay(200, limit.Token);
                }

                nodes[cookies.GetCookies(servers.Address)["shop-node"]!.Value] = 0;
                Interlocked.Increment(ref confirmed);
            }

            return (client, clicked);
        }
    }
}
