using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace FashionRecs.Web.Tests.Api;

public class EventsTests(ApiShop shop) : IClassFixture<ApiShop>
{
    private const string One = "/api/v1/events";
    private const string Batch = "/api/v1/events/batch";

    [Fact]
    public async Task Send_SameIdTwice_CountsOnce()
    {
        var like = new { id = Guid.NewGuid(), shopper = "once", kind = "like", product = "p1" };

        await shop.Api().PostAsJsonAsync(One, like).ReadAsync();
        await shop.Api().PostAsJsonAsync(One, like).ReadAsync();

        Assert.Equal(1, (await ShopperAsync("once")).GetProperty("events").GetInt32());
        Assert.Equal("p1", (await ShopperAsync("once")).GetProperty("liked")[0].GetString());
    }

    [Fact]
    public async Task Send_APurchase_CountsAsABag()
    {
        await shop.Api().PostAsJsonAsync(One, new { id = Guid.NewGuid(), shopper = "buys", kind = "purchase", product = "p1" }).ReadAsync();

        Assert.Equal("p1", (await ShopperAsync("buys")).GetProperty("bag")[0].GetString());
    }

    [Fact]
    public async Task Undo_AnEvent_TakesItBackForItsShopperAlone()
    {
        var like = new { id = Guid.NewGuid(), shopper = "undoes", kind = "bag", product = "p1" };
        await shop.Api().PostAsJsonAsync(One, like).ReadAsync();

        await shop.Api().DeleteAsync($"{One}/{like.id}?shopper=another").RefusedAsync(404);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await shop.Api().DeleteAsync($"{One}/{like.id}?shopper=undoes")).StatusCode);

        Assert.Equal(0, (await ShopperAsync("undoes")).GetProperty("bag").GetArrayLength());
    }

    [Fact]
    public async Task SendBatch_OneBadRow_TheGoodCountAndTheBadIsNamed()
    {
        var json = $$"""
            {"events": [
                {"id": "{{Guid.NewGuid()}}", "shopper": "mixed", "kind": "like", "product": "p1"},
                {"id": "{{Guid.NewGuid()}}", "shopper": "mixed", "kind": "like", "product": "gone"},
                {"id": "no guid", "shopper": "mixed", "kind": "like", "product": "p2"},
                {"id": "{{Guid.NewGuid()}}", "shopper": "mixed", "kind": "like", "product": "p2", "at": "2999-01-01T00:00:00Z"},
                {"id": "{{Guid.NewGuid()}}", "shopper": "mixed", "kind": "undoes", "product": "p2"},
                17,
                {"id": "{{Guid.NewGuid()}}", "shopper": "mixed", "kind": "hide", "product": "p3"}
            ]}
            """;

        var answer = await shop.Api().PostAsync(Batch, new StringContent(json, Encoding.UTF8, "application/json")).ReadAsync();

        Assert.Equal(2, answer.GetProperty("recorded").GetInt32());
        Assert.Equal([1, 2, 3, 4, 5], answer.GetProperty("refused").EnumerateArray().Select(row => row.GetProperty("index").GetInt32()));
        Assert.Contains("future", answer.GetProperty("refused")[2].GetProperty("detail").GetString());
        var shopper = await ShopperAsync("mixed");
        Assert.Equal("p1", shopper.GetProperty("liked")[0].GetString());
        Assert.Equal("p3", shopper.GetProperty("hidden")[0].GetString());
    }

    [Fact]
    public async Task SendBatch_OfAHundredThousand_IsRefusedInOneSentence()
    {
        var events = Enumerable.Range(0, 100_000).Select(_ => new { id = Guid.NewGuid(), shopper = "many", kind = "view", product = "p1" });

        var said = await shop.Api().PostAsJsonAsync(Batch, new { events }).RefusedAsync(413);

        Assert.Contains("at most 1000", said);
        Assert.Equal(0, (await ShopperAsync("many")).GetProperty("events").GetInt32());
    }

    [Theory]
    [InlineData("{\"id\":\"00000000-0000-0000-0000-000000000000\",\"shopper\":\"bad\",\"kind\":\"like\",\"product\":\"p1\"}")]
    [InlineData("{\"id\":\"7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001\",\"shopper\":\"bad\",\"kind\":\"like\",\"product\":\"gone\"}")]
    [InlineData("{\"id\":\"7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0002\",\"shopper\":\"bad\",\"kind\":\"like\"}")]
    [InlineData("{\"id\":\"7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0003\",\"shopper\":\"bad\",\"kind\":\"more\"}")]
    [InlineData("{\"id\":\"7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0004\",\"shopper\":\"bad\",\"kind\":\"like\",\"product\":\"p1\",\"position\":-1}")]
    [InlineData("{\"id\":\"7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0005\",\"shopper\":\"bad\",\"kind\":\"like\",\"product\":\"p1\",\"at\":\"2999-01-01T00:00:00Z\"}")]
    [InlineData("{\"id\":7}")]
    [InlineData("[")]
    [InlineData("null")]
    public async Task Send_WhatMakesNoSense_IsRefused(string json)
    {
        Assert.EndsWith(".", await shop.Api().PostAsync(One, new StringContent(json, Encoding.UTF8, "application/json")).RefusedAsync(400));
        Assert.Equal(0, (await ShopperAsync("bad")).GetProperty("events").GetInt32());
    }

    [Fact]
    public async Task Send_AgainWithTheSameIdempotencyKey_IsAnsweredWithoutDoingItAgain()
    {
        var key = Guid.NewGuid().ToString();
        var first = await SendAsync(key, "p4");
        var again = await SendAsync(key, "p4");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        await SendAsync(key, "p5", keepBody: false).RefusedAsync(422);
        Assert.Equal(1, (await ShopperAsync("idem")).GetProperty("events").GetInt32());
    }

    private readonly Guid id = Guid.NewGuid();

    private Task<HttpResponseMessage> SendAsync(string key, string product, bool keepBody = true)
    {
        var client = shop.Api();
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        return client.PostAsJsonAsync(One, new { id = keepBody ? id : Guid.NewGuid(), shopper = "idem", kind = "like", product });
    }

    private Task<JsonElement> ShopperAsync(string name) => shop.Api().GetAsync($"/api/v1/shoppers/{name}").ReadAsync();
}
