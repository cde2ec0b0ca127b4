using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Files;
using FashionRecs.Application.Keys;
using FashionRecs.Application.Models;
using FashionRecs.Application.Notices;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;
using FashionRecs.Web.Merchandising.Review;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Tests.Accounts;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Tests.Hosting.Nodes;

/// <summary>What somebody does on one server of a shop shows on another one a moment later.</summary>
public sealed class SeveralServersTests : IAsyncLifetime
{
    private readonly TwoServers servers = new();

    public async ValueTask InitializeAsync()
    {
        await AddAsync("dress");
        foreach (var server in new[] { servers.One, servers.Other })
        {
            await TwoServers.EventuallyAsync(() => Task.FromResult(server.Services.GetRequiredService<INotices>().IsListening), "Listens");
        }
    }

    public ValueTask DisposeAsync() => servers.DisposeAsync();

    [Fact]
    public async Task Click_OnOneServer_RefreshesTheShoppersPagesOnTheOther()
    {
        var shopper = Guid.NewGuid();
        var (drawn, others) = (0, 0);
        using var page = servers.Other.Services.GetRequiredService<ShopperActivity>().Follow(shopper, () => Count(ref drawn), () => { });
        using var foreign = servers.Other.Services.GetRequiredService<ShopperActivity>()
            .Follow(Guid.NewGuid(), () => Count(ref others), () => { });

        await servers.One.Services.GetRequiredService<ShopperActivity>().TellAsync(shopper);

        await TwoServers.EventuallyAsync(() => Task.FromResult(Volatile.Read(ref drawn) > 0), "The other tab is drawn again");
        Assert.Equal(0, Volatile.Read(ref others));
    }

    [Fact]
    public async Task SignIn_OnOneServer_CountsOnTheOtherAndEndsThereAtOnce()
    {
        var (here, there) = Browser();
        var account = await servers.One.Services.GetRequiredService<IAccountDirectory>()
            .CreateAsync("ada@example.org", SigningIn.Password, Roles.Merchandiser);
        Assert.Equal(HttpStatusCode.Redirect, (await here.SignInAsync("ada@example.org", SigningIn.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/merchandising/jobs")).StatusCode);
        var changed = new TaskCompletionSource<AccountChange>();
        using var circuit = servers.Other.Services.GetRequiredService<AccountChanges>().Follow(changed.SetResult);

        await servers.One.Services.GetRequiredService<IAccountSessions>().EndAllAsync(account.Id);

        Assert.Equal(account.Id, (await changed.Task.WaitAsync(TimeSpan.FromSeconds(20))).Account);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/merchandising/jobs")).StatusCode);
    }

    [Fact]
    public async Task Shopper_OfOneServer_IsTheSameOnTheOther()
    {
        var (here, there) = Browser();
        await here.GetAsync("/");
        var click = new { id = Guid.NewGuid(), kind = "like", product = "dress" };
        Assert.Equal(HttpStatusCode.NoContent, (await here.PostAsJsonAsync("/clicks", click)).StatusCode);

        // What was not confirmed in time is sent again, and may reach another server.
        Assert.Equal(HttpStatusCode.NoContent, (await there.PostAsJsonAsync("/clicks", click)).StatusCode);

        Assert.Contains("Learned from one click.", await there.GetStringAsync("/"));
    }

    [Fact]
    public async Task Key_OfBefore_IsTakenOverFromTheFolder()
    {
        var folder = servers.Database.Folder;
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        var key = Guid.NewGuid();
        await File.WriteAllTextAsync(Path.Combine(folder, "keys", $"key-{key}.xml"), $"<key id=\"{key}\"/>",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "keys", "key-broken.xml"), "no key", TestContext.Current.CancellationToken);

        servers.One.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository!.GetAllElements();

        Assert.Contains($"<key id=\"{key}\"/>", await servers.Other.Services.GetRequiredService<IKeyStore>().AllAsync());
        Assert.DoesNotContain("no key", await servers.Other.Services.GetRequiredService<IKeyStore>().AllAsync());
    }

    [Fact]
    public async Task Seat_OnOneServer_IsSeenOnTheOtherUntilSomebodyGetsUp()
    {
        var one = servers.One.Services.GetRequiredService<ReviewPresence>();
        var other = servers.Other.Services.GetRequiredService<ReviewPresence>();
        var said = new List<string?>();
        using var bob = other.Enter("dress", "Bob", person =>
        {
            lock (said)
            {
                said.Add(person);
            }

            return Task.CompletedTask;
        });

        var ada = one.Enter("dress", "Ada", _ => Task.CompletedTask);
        await TwoServers.EventuallyAsync(() => Task.FromResult(other.Others("dress", "Bob") is ["Ada"]), "Ada is seen");
        await TwoServers.EventuallyAsync(() => Task.FromResult(one.Others("dress", "Ada") is ["Bob"]), "Bob is seen");
        await one.TellAsync("dress", "Ada");
        await TwoServers.EventuallyAsync(() => Task.FromResult(Holds(said, "Ada")), "Ada is heard");
        ada.Dispose();

        await TwoServers.EventuallyAsync(() => Task.FromResult(other.Others("dress", "Bob").Count == 0), "Ada is gone");
    }

    [Fact]
    public async Task Catalog_ChangedOnOneServer_IsThereOnTheOther()
    {
        await AddAsync("coat");

        Assert.NotNull((await servers.Other.Services.GetRequiredService<ShopService>().CatalogAsync()).TryFind("coat"));
    }

    [Fact]
    public async Task Review_OnOneServer_IsHeardAndSaidOnTheOther()
    {
        var value = TestShop.Value("neckline_design", "V Neckline");
        var heard = Hear(NoticeKinds.Catalog);

        await servers.One.Services.GetRequiredService<IReviewStore>().SubmitAsync(new ReviewAct(
            Guid.NewGuid(), "Ada", ReviewActKind.Say, "", [new ReviewChange("dress", value.Attribute, TagMarks.Choose(value))]));

        await heard.WaitAsync(TimeSpan.FromSeconds(20));
        var catalog = await servers.Other.Services.GetRequiredService<ShopService>().CatalogAsync();
        Assert.Same(value, catalog.TryFind("dress")![value.Attribute]!.Top);
    }

    [Fact]
    public async Task Role_TakenAwayOnOneServer_IsHeardAndMissingOnTheOther()
    {
        var account = await servers.One.Services.GetRequiredService<IAccountDirectory>()
            .CreateAsync("grace@example.org", SigningIn.Password, Roles.Merchandiser, Roles.Researcher);
        var heard = Hear(NoticeKinds.Account);

        await servers.One.Services.GetRequiredService<IAccountDirectory>().SetRoleAsync(account.Id, Roles.Researcher, given: false);

        await heard.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.DoesNotContain(Roles.Researcher,
            (await servers.Other.Services.GetRequiredService<IAccountDirectory>().TryFindAsync("grace@example.org"))!.Roles);
    }

    [Fact]
    public async Task Weights_TakenIntoUseOnOneServer_AreHeardAndInUseOnTheOther()
    {
        await servers.One.Services.GetRequiredService<IModelStore>()
            .KeepAsync(new RegisteredModel("made here", null, "{}", DateTimeOffset.UnixEpoch));
        var heard = Hear(NoticeKinds.Weights);

        await servers.One.Services.GetRequiredService<ModelRegistry>().UseAsync("made here", "Ada");

        await heard.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("made here", (await servers.Other.Services.GetRequiredService<IModelStore>().CurrentAsync())!.Fingerprint);
    }

    [Fact]
    public async Task Taste_LearnedOnOneServer_IsUsedOnTheOther()
    {
        var other = servers.Other.Services.GetRequiredService<CurrentTaste>();
        Assert.Null((await other.GetAsync()).Learned);

        await servers.One.Services.GetRequiredService<CurrentTaste>()
            .KeepAsync(new LearnedTaste(null, new Dictionary<string, double> { ["type"] = 0.5 }, "Learned."));

        await TwoServers.EventuallyAsync(async () => (await other.GetAsync()).Weights.GetValueOrDefault("type") == 0.5, "It is used");
    }

    private Task Hear(string kind)
    {
        var heard = new TaskCompletionSource();
        _ = servers.Other.Services.GetRequiredService<INotices>().Follow(kind, _ =>
        {
            heard.TrySetResult();
            return Task.CompletedTask;
        });
        return heard.Task;
    }

    [Fact]
    public async Task Ready_BothServersAlike_SaysSo()
    {
        var client = servers.One.CreateClient();

        await TwoServers.EventuallyAsync(
            async () => (await CheckAsync(client, "nodes")).Reason == "One other server runs the same.", "The other server is heard");
    }

    [Fact]
    public async Task Ready_AnotherServerRunsAnother_SaysWhichInASentence()
    {
        var roster = servers.Other.Services.GetRequiredService<Application.Nodes.NodeRoster>();
        var (client, own) = (servers.One.CreateClient(), roster.Own);
        foreach (var (state, expected) in new[]
        {
            (own with { Version = "0.1" }, "runs 0.1; bring both to one version."),
            (own with { Vocabulary = "shoes 1" }, "uses shoes 1; give both the same file."),
            (own with { Weights = "abc" }, "with abc; give both the same files."),
        })
        {
            await servers.Other.Services.GetRequiredService<INotices>().TellAsync(NoticeKinds.Node, JsonSerializer.Serialize(state));

            await TwoServers.EventuallyAsync(async () => (await CheckAsync(client, "nodes")) is ("degraded", var said)
                && said.Contains(expected, StringComparison.Ordinal), expected);
        }
    }

    [Fact]
    public async Task Ready_PicturesOutOfSight_IsRedWithTheFoldersNameAndComesBack()
    {
        var client = servers.One.CreateClient();
        Assert.Equal("ok", (await CheckAsync(client, "pictures")).Status);
        var folder = Path.Combine(servers.Database.Folder, "pictures");
        Directory.Move(folder, folder + "-elsewhere");

        var answer = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var (status, reason) = await CheckAsync(client, "pictures");
        Assert.Equal("failing", status);
        Assert.Contains($"'{servers.Database.Folder}': this server does not see the shop's pictures.", reason);
        Directory.Move(folder + "-elsewhere", folder);
        Assert.Equal("ok", (await CheckAsync(client, "pictures")).Status);
    }

    /// <summary>One browser that reaches both servers, as through a proxy.</summary>
    private (HttpClient Here, HttpClient There) Browser()
    {
        var cookies = new CookieContainer();
        return (servers.One.CreateDefaultClient(new CookieContainerHandler(cookies)),
            servers.Other.CreateDefaultClient(new CookieContainerHandler(cookies)));
    }

    private static async Task<(string Status, string Reason)> CheckAsync(HttpClient client, string name)
    {
        var answer = await client.GetAsync("/health/ready");
        var check = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").GetProperty(name);
        return (check.GetProperty("status").GetString()!, check.GetProperty("reason").GetString()!);
    }

    private static Task Count(ref int count)
    {
        Interlocked.Increment(ref count);
        return Task.CompletedTask;
    }

    private static bool Holds(List<string?> said, string person)
    {
        lock (said)
        {
            return said.Contains(person);
        }
    }

    private async Task AddAsync(string id)
    {
        var services = servers.One.Services;
        var picture = await services.GetRequiredService<PictureStore>().SaveAsync(System.Text.Encoding.UTF8.GetBytes($"picture of {id}"));
        await services.GetRequiredService<ICatalogStore>().SaveAsync(
            new ProductFacts(id, id, "Dress", "", "", "Black", "", 9, "").With(picture, 10, 10), null);
    }
}
