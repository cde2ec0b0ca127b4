using System.Net;
using System.Net.Http.Json;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Tests.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Api;

public class KeyTests(ApiShop shop) : IClassFixture<ApiShop>
{
    private const string Recommend = "/api/v1/recommendations?shopper=ada";

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer frk_")]
    [InlineData("Bearer frk_0123456789ab_0000000000000000000000000000000000000000000")]
    [InlineData("Basic frk_0123456789ab_0000000000000000000000000000000000000000000")]
    public async Task Request_WithoutAKnownKey_Is401(string? header)
    {
        var client = shop.CreateClient();
        if (header is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        }

        await client.GetAsync(Recommend).RefusedAsync(401);
        await client.GetAsync("/api/v1/no-such").RefusedAsync(401);
    }

    [Fact]
    public async Task Request_WithAnotherSecret_Is401()
    {
        await shop.Api(shop.ServerKey[..^2] + "xx").GetAsync(Recommend).RefusedAsync(401);
    }

    [Fact]
    public async Task Request_RevokedKeyInUse_Is401FromThenOn()
    {
        var key = await shop.Keys.MakeAsync("short", ApiKeyKind.Server, [ApiScopes.Recommend]);
        await shop.Api(key.Secret).GetAsync(Recommend).ReadAsync();

        Assert.True(await shop.Keys.RevokeAsync(key.Id));

        Assert.Contains("revoked", await shop.Api(key.Secret).GetAsync(Recommend).RefusedAsync(401));
        Assert.False(await shop.Keys.RevokeAsync(key.Id));
    }

    [Fact]
    public async Task Request_ExpiredKey_Is401()
    {
        var store = shop.Services.GetRequiredService<IApiKeyStore>();
        var (id, secret) = ApiKeySecrets.Create();
        var now = TimeProvider.System.GetUtcNow();
        await store.AddAsync(new ApiKey(id, "old", ApiKeyKind.Server, [ApiScopes.Recommend], ApiKeySecrets.Hash(secret), now.AddDays(-2),
            now.AddDays(-1)));

        Assert.Contains("expired", await shop.Api(secret).GetAsync(Recommend).RefusedAsync(401));
    }

    [Fact]
    public async Task Request_WithoutTheScope_Is403ThatNamesIt()
    {
        var key = await shop.Keys.MakeAsync("reads", ApiKeyKind.Server, [ApiScopes.CatalogRead]);

        Assert.Contains(ApiScopes.Recommend, await shop.Api(key.Secret).GetAsync(Recommend).RefusedAsync(403));
        await shop.Api(key.Secret).GetAsync("/api/v1/products").ReadAsync();
    }

    [Theory]
    [InlineData("GET", "/api/v1/feeds", ApiScopes.CatalogWrite)]
    [InlineData("POST", "/api/v1/feeds", ApiScopes.CatalogWrite)]
    [InlineData("PUT", "/api/v1/products", ApiScopes.CatalogWrite)]
    [InlineData("GET", "/api/v1/webhooks", ApiScopes.Webhooks)]
    [InlineData("POST", "/api/v1/webhooks", ApiScopes.Webhooks)]
    [InlineData("GET", "/api/v1/experiments/assignments", ApiScopes.Experiments)]
    [InlineData("POST", "/api/v1/experiments/exposures", ApiScopes.Events)]
    [InlineData("POST", "/api/v1/experiments/outcomes", ApiScopes.Events)]
    [InlineData("GET", "/api/v1/jobs", ApiScopes.Jobs)]
    public async Task Request_WithEveryOtherScope_Is403ThatNamesTheOne(string method, string path, string scope)
    {
        var others = ApiScopes.All.Select(one => one.Scope).Where(one => one != scope);
        var key = await shop.Keys.MakeAsync("others", ApiKeyKind.Server, [.. others]);

        Assert.Contains(scope, await shop.Api(key.Secret).SendAsync(new HttpRequestMessage(new HttpMethod(method), path))
            .RefusedAsync(403));
    }

    [Fact]
    public async Task Store_AfterUse_HoldsNoSecretAndKnowsTheUse()
    {
        var key = await shop.Keys.MakeAsync("used", ApiKeyKind.Server, [ApiScopes.Recommend]);
        await shop.Api(key.Secret).GetAsync(Recommend).ReadAsync();

        var kept = await shop.Services.GetRequiredService<IApiKeyStore>().TryFindAsync(key.Id);

        Assert.NotNull(kept!.LastUse);
        Assert.Equal(32, kept.Hash.Length);
        Assert.DoesNotContain(key.Signing!, kept.SigningSecret);
    }

    [Fact]
    public async Task Publishable_WithoutASignedShopper_MaySpeakForNobody()
    {
        var client = shop.Api(await shop.PublishableAsync());

        await client.GetAsync(Recommend).RefusedAsync(403);
        await client.GetAsync("/api/v1/shoppers/ada").RefusedAsync(403);
        await client.PostAsJsonAsync("/api/v1/events", new { id = Guid.NewGuid(), kind = "like", product = "p1" }).RefusedAsync(403);
    }

    [Fact]
    public async Task Publishable_BeforeItsVisitorAgreed_GetsWhatSomebodyUnknownIsShown()
    {
        var client = shop.Api(await shop.PublishableAsync());

        var answer = await client.GetAsync("/api/v1/recommendations?count=3").ReadAsync();

        Assert.Equal(Guid.Empty, answer.GetProperty("shopper").GetGuid());
        Assert.Equal(3, answer.GetProperty("products").GetArrayLength());
        await client.GetAsync("/api/v1/similar/p1").ReadAsync();
    }

    [Fact]
    public async Task Publishable_SignedShopper_MayActForThemAlone()
    {
        var client = shop.Api(await shop.PublishableAsync(), shop.Sign("bea"));

        await client.GetAsync("/api/v1/recommendations").ReadAsync();
        await client.GetAsync("/api/v1/shoppers/bea").ReadAsync();
        await client.GetAsync("/api/v1/shoppers/ada").RefusedAsync(403);
        await client.GetAsync(Recommend).RefusedAsync(403);
        await client.PostAsJsonAsync("/api/v1/events", new { id = Guid.NewGuid(), kind = "like", product = "p1", shopper = "ada" })
            .RefusedAsync(403);
    }

    [Theory]
    [InlineData("GET", "/api/v1/jobs")]
    [InlineData("GET", "/api/v1/experiments")]
    [InlineData("GET", "/api/v1/reviews")]
    [InlineData("DELETE", "/api/v1/products/p1")]
    [InlineData("PUT", "/api/v1/products")]
    [InlineData("GET", "/api/v1/feeds")]
    [InlineData("POST", "/api/v1/feeds")]
    [InlineData("POST", "/api/v1/feeds/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001/run")]
    [InlineData("GET", "/api/v1/webhooks")]
    [InlineData("POST", "/api/v1/webhooks")]
    [InlineData("DELETE", "/api/v1/webhooks/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001")]
    [InlineData("POST", "/api/v1/webhooks/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001/test")]
    [InlineData("POST", "/api/v1/webhooks/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001/pause")]
    [InlineData("POST", "/api/v1/webhooks/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001/messages/m/again")]
    [InlineData("POST", "/api/v1/feeds/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001/pause")]
    [InlineData("PUT", "/api/v1/products/p1")]
    [InlineData("GET", "/api/v1/experiments/assignments")]
    [InlineData("GET", "/api/v1/jobs/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001/refused")]
    [InlineData("POST", "/api/v1/shoppers/bea/merge")]
    public async Task Publishable_MoreThanAShopperMay_Is403(string method, string path)
    {
        var client = shop.Api(await shop.PublishableAsync(), shop.Sign("bea"));

        await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = JsonContent.Create(new { into = "ada" }) })
            .RefusedAsync(403);
    }

    [Fact]
    public async Task Publishable_ForgedOldOrOrphanedSignature_Is403()
    {
        var key = await shop.PublishableAsync();
        var old = ApiKeySecrets.Sign(shop.Signing, "bea", TimeProvider.System.GetUtcNow().AddMinutes(-1));
        foreach (var signed in new[] { "bea", old, shop.Sign("bea")[..^1] + "x",
            shop.Sign("bea").Replace("bea", "ada", StringComparison.Ordinal),
            ApiKeySecrets.Sign("frs_other", "bea", TimeProvider.System.GetUtcNow().AddHours(1)) })
        {
            await shop.Api(key, signed).GetAsync("/api/v1/recommendations").RefusedAsync(403);
        }

        var server = await shop.Keys.MakeAsync("signs", ApiKeyKind.Server, [ApiScopes.Recommend]);
        var orphan = await shop.Keys.MakeAsync("orphan", ApiKeyKind.Publishable, [ApiScopes.Recommend], serverKey: server.Id);
        var right = ApiKeySecrets.Sign(server.Signing!, "bea", TimeProvider.System.GetUtcNow().AddHours(1));
        await shop.Api(orphan.Secret, right).GetAsync("/api/v1/recommendations").ReadAsync();
        await shop.Keys.RevokeAsync(server.Id);
        await shop.Api(orphan.Secret, right).GetAsync("/api/v1/recommendations").RefusedAsync(403);
    }

    [Fact]
    public async Task Make_WhatMakesNoSense_IsRefused()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => shop.Keys.MakeAsync(" ", ApiKeyKind.Server, [ApiScopes.Recommend]));
        await Assert.ThrowsAsync<InvalidDataException>(() => shop.Keys.MakeAsync("a", ApiKeyKind.Server, []));
        await Assert.ThrowsAsync<InvalidDataException>(() => shop.Keys.MakeAsync("a", ApiKeyKind.Server, ["all"]));
        await Assert.ThrowsAsync<InvalidDataException>(() => shop.Keys.MakeAsync("a", ApiKeyKind.Publishable, [ApiScopes.Recommend]));
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            shop.Keys.MakeAsync("a", ApiKeyKind.Publishable, [ApiScopes.CatalogWrite], serverKey: shop.ServerId));
    }

    [Theory]
    [InlineData("/administration/keys", "Keys to the API")]
    [InlineData("/administration/connections", "Feeds and webhooks")]
    public async Task Page_OfTheApi_IsForAdministratorsAlone(string path, string title)
    {
        var html = await (await shop.SignedInAsAsync(Roles.Administrator)).GetStringAsync(path);
        var other = await (await shop.SignedInAsAsync(Roles.Merchandiser)).GetAsync(path);
        var nobody = await shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }).GetAsync(path);

        Assert.Contains(title, html); // Its rows are drawn once the browser has connected.
        Assert.DoesNotContain(shop.ServerKey, html);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
    }

    [Fact]
    public async Task Answer_ToAProgram_SetsNoCookie()
    {
        var answer = await shop.Api().GetAsync(Recommend);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }
}
