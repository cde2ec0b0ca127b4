using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace FashionRecs.Web.Tests.Api;

public class ProductsTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Fact]
    public async Task List_PageByPage_HoldsEveryProductOnce()
    {
        var found = new List<string>();
        var next = "";
        do
        {
            var page = await shop.Api().GetAsync($"/api/v1/products?count=7&cursor={next}").ReadAsync();
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        Assert.Equal(found.Distinct(), found);
        Assert.True(found.Count >= ApiShop.Products - 1);
    }

    [Theory]
    [InlineData("/api/v1/products?cursor=%21%21", 400)]
    [InlineData("/api/v1/products?count=1000", 400)]
    [InlineData("/api/v1/products/none", 404)]
    [InlineData("/api/v1/readings/none", 404)]
    [InlineData("/api/v1/search?cursor=cDE", 400)]
    [InlineData("/api/v1/search?order=best", 400)]
    [InlineData("/api/v1/jobs/7b0d4b51-5f2a-4d5f-9f5a-3f5d8c1d0001", 404)]
    [InlineData("/api/v1/jobs/seven", 400)]
    [InlineData("/api/v1/experiments/none/results", 404)]
    public async Task Get_WhatIsNotThere_IsRefusedInASentence(string path, int status)
    {
        Assert.EndsWith(".", await shop.Api().GetAsync(path).RefusedAsync(status));
    }

    [Fact]
    public async Task Get_WithTheTag_IsNotSentAgainUntilTheCatalogChanges()
    {
        var client = shop.Api();
        var first = await client.GetAsync("/api/v1/readings/p2");
        client.DefaultRequestHeaders.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync("/api/v1/readings/p2")).StatusCode);
        await shop.Api().PutAsJsonAsync("/api/v1/products/p2", new { name = "Another name", price = 5 }).ReadAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/readings/p2")).StatusCode);
    }

    [Fact]
    public async Task Put_NewFacts_KeepThePicture()
    {
        var before = await shop.Api().GetAsync("/api/v1/products/p3").ReadAsync();

        var after = await shop.Api().PutAsJsonAsync("/api/v1/products/p3", new { name = "Linen dress", price = 12.5, colour = "Green" })
            .ReadAsync();

        Assert.Equal("Linen dress", after.GetProperty("name").GetString());
        Assert.Equal(before.GetProperty("picture").GetRawText(), after.GetProperty("picture").GetRawText());
        Assert.Equal(after.GetRawText(), (await shop.Api().GetAsync("/api/v1/products/p3").ReadAsync()).GetRawText());
        await shop.Api().PutAsJsonAsync("/api/v1/products/none", new { name = "New" }).RefusedAsync(404);
        await shop.Api().PutAsJsonAsync("/api/v1/products/p3", new { name = "" }).RefusedAsync(400);
        await shop.Api().PutAsJsonAsync("/api/v1/products/p3", new { name = "a", price = -1 }).RefusedAsync(400);
    }

    [Fact]
    public async Task PutAll_SomeOfThemWrong_KeepsTheGoodOnesAndNamesTheOthers()
    {
        await shop.ImportAsync("rest");
        await shop.Api().DeleteAsync("/api/v1/products/rest").ReadOrNothingAsync();
        var answer = await shop.Api().PutAsJsonAsync("/api/v1/products", new
        {
            products = new object?[]
            {
                new { id = "p20", name = "Better name", price = 7.5 }, new { id = "none", name = "New" }, new { id = "p21", name = "" },
                new { id = "p22", name = "Fine", price = "cheap" }, null, 7, new { id = "p20", name = "Again" },
                new { id = "p23", name = "Also fine" }, new { id = "rest", name = "Away" },
            },
        }).ReadAsync();

        Assert.Equal(2, answer.GetProperty("saved").GetInt32());
        var refused = answer.GetProperty("refused").EnumerateArray().ToDictionary(
            one => one.GetProperty("index").GetInt32(), one => one.GetProperty("detail").GetString()!);
        Assert.Equal([1, 2, 3, 4, 5, 6, 8], refused.Keys.Order());
        Assert.Contains("no such product", refused[1]);
        Assert.Contains("already", refused[6]);
        Assert.Contains("withdrawn", refused[8]);
        Assert.Equal("Better name", (await shop.Api().GetAsync("/api/v1/products/p20").ReadAsync()).GetProperty("name").GetString());
        Assert.Equal("Product p21", (await shop.Api().GetAsync("/api/v1/products/p21").ReadAsync()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"products\":7}", 400)]
    [InlineData("no json", 400)]
    public async Task PutAll_WhatIsNoBatch_IsRefused(string body, int status)
    {
        await shop.Api().PutAsync("/api/v1/products", new StringContent(body, null, "application/json")).RefusedAsync(status);
    }

    [Fact]
    public async Task PutAll_TooMany_NoneCounts()
    {
        var products = Enumerable.Range(0, 1_001).Select(number => new { id = $"p{number}", name = "Changed" });

        Assert.Contains("1000", await shop.Api().PutAsJsonAsync("/api/v1/products", new { products }).RefusedAsync(413));
        Assert.NotEqual("Changed", (await shop.Api().GetAsync("/api/v1/products/p5").ReadAsync()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Withdraw_AProduct_IsGone()
    {
        await shop.ImportAsync("leaves");

        Assert.Equal(HttpStatusCode.NoContent, (await shop.Api().DeleteAsync("/api/v1/products/leaves")).StatusCode);

        await shop.Api().GetAsync("/api/v1/products/leaves").RefusedAsync(404);
        await shop.Api().DeleteAsync("/api/v1/products/leaves").RefusedAsync(404);
    }

    [Fact]
    public async Task Search_ByWords_FindsAndCounts()
    {
        var answer = await shop.Api().GetAsync("/api/v1/search?q=p17&count=5").ReadAsync();

        Assert.Equal(1, answer.GetProperty("total").GetInt32());
        Assert.Equal("p17", answer.GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Reviews_SubmittedOnce_CountOnceAndShowInReadings()
    {
        var queue = await shop.Api().GetAsync("/api/v1/reviews?count=5").ReadAsync();
        Assert.Equal(5, queue.GetProperty("items").GetArrayLength());
        var review = new { id = Guid.NewGuid(), product = "p4", value = "neckline_design:v_neckline" };
        var readings = await shop.Api().GetAsync("/api/v1/readings/p4").ReadAsync();
        var value = readings.GetProperty("readings").EnumerateArray().First().GetProperty("probabilities").EnumerateObject().Last().Name;

        var first = await shop.Api().PostAsJsonAsync("/api/v1/reviews", review with { value = value }).ReadAsync();
        var again = await shop.Api().PostAsJsonAsync("/api/v1/reviews", review with { value = value }).ReadAsync();

        Assert.True(first.GetProperty("isNew").GetBoolean());
        Assert.False(again.GetProperty("isNew").GetBoolean());
        Assert.Equal("reviewed", (await shop.Api().GetAsync("/api/v1/readings/p4")
            .ReadAsync()).GetProperty("readings")[0].GetProperty("source").GetString());
        await shop.Api().PostAsJsonAsync("/api/v1/reviews", new { id = Guid.NewGuid(), product = "none", value }).RefusedAsync(404);
        await shop.Api().PostAsJsonAsync("/api/v1/reviews", new { id = Guid.NewGuid(), product = "p4", value = "no:value" })
            .RefusedAsync(400);
    }

    [Fact]
    public async Task JobsAndExperiments_NoneYet_AreEmptyLists()
    {
        Assert.Equal(0, (await shop.Api().GetAsync("/api/v1/jobs").ReadAsync()).GetProperty("jobs").GetArrayLength());
        Assert.Equal(0, (await shop.Api().GetAsync("/api/v1/experiments").ReadAsync()).GetProperty("experiments").GetArrayLength());
    }
}
