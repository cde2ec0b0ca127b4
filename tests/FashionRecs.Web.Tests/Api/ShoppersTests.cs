using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Api;

public class ShoppersTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Fact]
    public async Task Beliefs_EditPinForget_AreAsSaid()
    {
        await shop.LikesAsync("edits", "p0", "p3");
        var code = (await Get("edits")).GetProperty("beliefs").EnumerateArray().First().GetProperty("code").GetString()!;

        var pinned = Belief(await shop.Api().PutAsJsonAsync($"/api/v1/shoppers/edits/beliefs/{code}", new { weight = -2.5, pinned = true })
            .ReadAsync(), code);
        Assert.True(pinned!.Value.GetProperty("pinned").GetBoolean());
        Assert.Equal(-2.5, pinned.Value.GetProperty("weight").GetDouble());

        var edited = Belief(await shop.Api().PutAsJsonAsync($"/api/v1/shoppers/edits/beliefs/{code}", new { weight = 1.5 }).ReadAsync(),
            code);
        Assert.False(edited!.Value.GetProperty("pinned").GetBoolean());
        Assert.Equal(1.5, edited.Value.GetProperty("weight").GetDouble(), 2);

        await shop.Api().DeleteAsync($"/api/v1/shoppers/edits/beliefs/{code}").ReadAsync();
        await shop.Api().PutAsJsonAsync($"/api/v1/shoppers/edits/beliefs/{code}", new { weight = 100 }).RefusedAsync(400);
        await shop.Api().PutAsJsonAsync("/api/v1/shoppers/edits/beliefs/no:value", new { weight = 1 }).RefusedAsync(400);
    }

    [Fact]
    public async Task Ranking_SameForEverybody_UsesNothing()
    {
        await shop.LikesAsync("alike", "p0", "p3");

        await shop.Api().PutAsJsonAsync("/api/v1/shoppers/alike/ranking", new { sameForEverybody = true }).ReadAsync();
        var same = await shop.Api().GetAsync("/api/v1/recommendations?shopper=alike").ReadAsync();
        await shop.Api().PutAsJsonAsync("/api/v1/shoppers/alike/ranking", new { sameForEverybody = false }).ReadAsync();
        var own = await shop.Api().GetAsync("/api/v1/recommendations?shopper=alike").ReadAsync();

        Assert.True(same.GetProperty("sameForEverybody").GetBoolean());
        Assert.All(same.GetProperty("products").EnumerateArray(), product =>
            Assert.DoesNotContain(product.GetProperty("why").GetProperty("contributions").EnumerateArray(),
                part => part.GetProperty("kind").GetString() == "value"));
        Assert.False(own.GetProperty("sameForEverybody").GetBoolean());
    }

    [Fact]
    public async Task ExportAndDelete_AShopper_ShowEverythingAndLeaveNothing()
    {
        await shop.LikesAsync("leaves", "p0", "p3");

        var export = await shop.Api().GetAsync("/api/v1/shoppers/leaves/export").ReadAsync();
        Assert.Equal(2, export.GetProperty("events").GetArrayLength());

        Assert.Equal(HttpStatusCode.NoContent, (await shop.Api().DeleteAsync("/api/v1/shoppers/leaves")).StatusCode);
        Assert.Equal(0, (await Get("leaves")).GetProperty("events").GetInt32());
        Assert.Equal(HttpStatusCode.NoContent, (await shop.Api().DeleteAsync("/api/v1/shoppers/leaves")).StatusCode);
    }

    [Fact]
    public async Task Merge_OneShopperIntoAnother_GivesThemAll()
    {
        await shop.LikesAsync("guest", "p0");
        await shop.LikesAsync("member", "p3");

        Assert.Equal(HttpStatusCode.NoContent,
            (await shop.Api().PostAsJsonAsync("/api/v1/shoppers/guest/merge", new { into = "member" })).StatusCode);

        Assert.Equal(2, (await Get("member")).GetProperty("liked").GetArrayLength());
        await shop.Api().PostAsJsonAsync("/api/v1/shoppers/member/merge", new { into = "member" }).RefusedAsync(400);
    }

    [Fact]
    public async Task Get_UnknownShopper_IsEmpty()
    {
        var answer = await Get("never-seen");

        Assert.Equal(0, answer.GetProperty("events").GetInt32());
        Assert.Equal(0, answer.GetProperty("liked").GetArrayLength());
    }

    [Fact]
    public async Task Beliefs_OfWhomMuchIsKept_NoMoreIsKept()
    {
        await using var small = shop.WithWebHostBuilder(builder => builder.UseSetting("Limits:EventsPerShopper", "100"));
        var (shopper, client) = (Guid.NewGuid(), small.CreateClient());
        client.DefaultRequestHeaders.Authorization = new("Bearer", shop.ServerKey);
        await small.Services.GetRequiredService<IShopperStore>().AppendAsync([.. Enumerable.Range(0, 199).Select(_ =>
            (new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Everybody), (ItemVector?)null))]);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(same: true)).StatusCode);
        Assert.Contains("keeps no more", await AskAsync(same: false).RefusedAsync(400));

        Task<HttpResponseMessage> AskAsync(bool same) =>
            client.PutAsJsonAsync($"/api/v1/shoppers/{shopper}/ranking", new { sameForEverybody = same });
    }

    private static JsonElement? Belief(JsonElement shopper, string code) =>
        shopper.GetProperty("beliefs").EnumerateArray().Cast<JsonElement?>()
            .FirstOrDefault(belief => belief!.Value.GetProperty("code").GetString() == code);

    private Task<JsonElement> Get(string shopper) => shop.Api().GetAsync($"/api/v1/shoppers/{shopper}").ReadAsync();
}
