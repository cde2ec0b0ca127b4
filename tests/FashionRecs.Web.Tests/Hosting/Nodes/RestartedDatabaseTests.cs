using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.Notices;
using FashionRecs.Storage;
using FashionRecs.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Hosting.Nodes;

/// <summary>PostgreSQL is killed and started again while shoppers click.</summary>
public sealed class RestartedDatabaseTests
{
    private const int Shoppers = 6;
    private const int BeforeAndAfter = 30;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Restart_UnderClicks_LosesNothingDoublesNothingAndComesBackByItself()
    {
        using var server = PostgreSqlOrSkip.Start(keepsPromises: true);
        await using var shop = new ShopOn(new KilledDatabase(server));
        var health = shop.CreateClient();
        var statuses = new ConcurrentBag<HttpStatusCode>();
        var (confirmed, enough) = (0, false);
        using var limit = new CancellationTokenSource(Limit);
        var clicking = Enumerable.Range(0, Shoppers).Select(_ => Task.Run(() => ShopAsync(), limit.Token)).ToArray();

        await TwoServers.EventuallyAsync(() => Task.FromResult(Volatile.Read(ref confirmed) >= BeforeAndAfter), "Shoppers click");
        server.Stop();
        await TwoServers.EventuallyAsync(() => Task.FromResult(statuses.Contains(HttpStatusCode.ServiceUnavailable)), "Clicks are put off");
        var (status, reason) = await DatabaseAsync(health);
        server.Start();
        var until = Volatile.Read(ref confirmed) + BeforeAndAfter;
        await TwoServers.EventuallyAsync(() => Task.FromResult(Volatile.Read(ref confirmed) >= until), "Shoppers click again");
        Volatile.Write(ref enough, true);
        var shoppers = await Task.WhenAll(clicking);

        Assert.Equal("failing", status);
        Assert.Contains($"127.0.0.1:{server.Port}", reason);
        Assert.Equal("ok", (await DatabaseAsync(health)).Status);
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.ServiceUnavailable], statuses.Distinct().Order());
        foreach (var (client, clicked) in shoppers)
        {
            var data = await client.GetFromJsonAsync<JsonElement>("/account/data");
            var kept = data.GetProperty("events").EnumerateArray().Select(happened => happened.GetProperty("id").GetGuid()).ToArray();
            Assert.Equal(clicked.Order(), kept.Order());
        }

        await TwoServers.EventuallyAsync(
            () => Task.FromResult(shop.Services.GetRequiredService<INotices>().IsListening), "News arrive again");

        // As a browser does: what is not confirmed is sent again, the same, until it is.
        async Task<(HttpClient Client, List<Guid> Clicked)> ShopAsync()
        {
            var (client, clicked) = (shop.CreateClient(), new List<Guid>());
            while (!Volatile.Read(ref enough))
            {
                var click = new { id = Guid.NewGuid(), kind = "more", value = "neckline_design:V Neckline" };
                clicked.Add(click.id);
                for (var isConfirmed = false; !isConfirmed;)
                {
                    var answer = await client.PostAsJsonAsync("/clicks", click, limit.Token);
                    statuses.Add(answer.StatusCode);
                    isConfirmed = answer.StatusCode == HttpStatusCode.NoContent;
                    await Task.Delay(20, limit.Token);
                }

                Interlocked.Increment(ref confirmed);
            }

            return (client, clicked);
        }
    }

    private static async Task<(string Status, string Reason)> DatabaseAsync(HttpClient client)
    {
        var answer = await (await client.GetAsync("/health/ready")).Content.ReadFromJsonAsync<JsonElement>();
        var check = answer.GetProperty("checks").GetProperty("database");
        return (check.GetProperty("status").GetString()!, check.GetProperty("reason").GetString()!);
    }

    private sealed class ShopOn(TestDatabase database) : EmptyShop(() => database);

    /// <summary>The only database of a server that will be killed.</summary>
    private sealed class KilledDatabase(PostgreSqlProcess server) : TestDatabase
    {
        public override StorageSettings Settings =>
            new() { Provider = "PostgreSql", ConnectionString = server.Text("postgres"), Folder = Folder };

        public override TestDatabase Fresh() => throw new NotSupportedException("There is one only.");

        public override System.Data.Common.DbConnection Connect() => server.Connect("postgres");

        public override IDisposable Lock() => throw new NotSupportedException("Nobody locks it.");
    }
}
