using System.Net;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Web.Api.Keys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Api;

public class ApiLimitTests
{
    [Fact]
    public async Task Requests_OfOneKey_AreLimitedByThemselves()
    {
        await using var shop = new EmptyShop();
        await using var small = shop.WithWebHostBuilder(builder => builder.UseSetting("Api:Burst", "3").UseSetting("Api:PerMinute", "1"));
        var making = small.Services.GetRequiredService<ApiKeyMaking>();
        var (one, other) = (await making.MakeAsync("one", ApiKeyKind.Server, [ApiScopes.CatalogRead]),
            await making.MakeAsync("other", ApiKeyKind.Server, [ApiScopes.CatalogRead]));

        for (var request = 0; request < 3; request++)
        {
            await Get(one.Secret).ReadAsync();
        }

        var refused = await Get(one.Secret);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        await Get(other.Secret).ReadAsync();

        Task<HttpResponseMessage> Get(string key)
        {
            var client = small.CreateClient();
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
            return client.GetAsync("/api/v1/products");
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://shop.example", true)]
    [InlineData("https://other.example", false)]
    public async Task Browsers_OfOtherOrigins_AreLetInByConfigurationAlone(string? configured, bool expected)
    {
        await using var shop = new EmptyShop();
        await using var open = shop.WithWebHostBuilder(builder =>
            builder.UseSetting(configured is null ? "Unused" : "Api:Origins:0", configured));
        var asked = new HttpRequestMessage(HttpMethod.Options, "/api/v1/recommendations");
        asked.Headers.Add("Origin", "https://shop.example");
        asked.Headers.Add("Access-Control-Request-Method", "GET");
        asked.Headers.Add("Access-Control-Request-Headers", "authorization,x-shopper");

        var answer = await open.CreateClient().SendAsync(asked);

        Assert.Equal(expected, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
