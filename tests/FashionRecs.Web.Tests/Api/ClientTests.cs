using FashionRecs.Client;

namespace FashionRecs.Web.Tests.Api;

/// <summary>The client for C#, as the build makes it from the committed description, against a running shop.</summary>
public class ClientTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Fact]
    public async Task Client_FromEventsToRecommendations_SaysWhatTheApiSays()
    {
        var client = new FashionRecsClient(shop.Api());
        var likes = new[] { "p30", "p31", "p32" }
            .Select(product => new EventMessage { Id = Guid.NewGuid(), Shopper = "clara", Kind = "like", Product = product });

        var told = await client.SendEventsAsync(new EventBatch { Events = [.. likes] });
        var picks = await client.RecommendationsAsync(shopper: "clara", count: 8, seed: 1);

        Assert.Equal(3, told.Recorded);
        Assert.Equal(8, picks.Products.Count);
        Assert.All(picks.Products, pick => Assert.Equal(pick.Why.Score, pick.Why.Contributions.Sum(part => part.Effect), 6));
        Assert.Contains(picks.Products, pick => pick.Why.Sentence?.Contains("because of its", StringComparison.Ordinal) == true);
        Assert.Equal(["p30", "p31", "p32"], (await client.ShopperAsync("clara")).Liked);
    }

    [Fact]
    public async Task Client_Products_AreReadAndChanged()
    {
        var client = new FashionRecsClient(shop.Api());

        var saved = await client.PutProductsAsync(new ProductBatch
        {
            Products = [new() { Id = "p10", Name = "Linen dress", Price = 12.5 }, new() { Id = "none", Name = "New" }],
        });

        Assert.Equal((1, 1), (saved.Saved, Assert.Single(saved.Refused).Index));
        Assert.Equal(("Linen dress", 12.5), ((await client.ProductAsync("p10")).Name, (await client.ProductAsync("p10")).Price));
        Assert.Equal(5, (await client.ProductsAsync(count: 5)).Items.Count);
        Assert.NotEmpty((await client.SearchAsync(q: "product", count: 5)).Items);
    }

    [Fact]
    public async Task Client_WhatTheShopRefuses_IsAnExceptionWithTheStatus()
    {
        var refused = await Assert.ThrowsAnyAsync<ApiException>(() => new FashionRecsClient(shop.Api()).ProductAsync("none"));

        Assert.Equal(404, refused.StatusCode);
    }
}
