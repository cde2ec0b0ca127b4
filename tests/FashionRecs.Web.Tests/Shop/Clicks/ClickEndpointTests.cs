using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Clicks;

public class ClickEndpointTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Fact]
    public async Task Post_SameIdTwice_CountsOnce()
    {
        var client = await ClientAsync();
        var click = new { id = Guid.NewGuid(), kind = "like", product = "dress" };

        await client.PostAsJsonAsync("/clicks", click);
        var answer = await client.PostAsJsonAsync("/clicks", click);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("Learned from one click.", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Post_LessOfAFamily_IsKeptAndSaidInItsWords()
    {
        var client = await ClientAsync();

        var answer =
            await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "less", value = "neckline_design:V-Shaped" });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("less with a V-shaped neckline.", await client.GetStringAsync("/"));
    }

    [Theory]
    [InlineData("forget", "neckline_design:Zigzag")]
    [InlineData("deny", "neckline_design:V-Shaped")] // of no product
    [InlineData("less", "neckline_design:Zigzag")]
    [InlineData("less", "neckline_design:Invisible")]
    public async Task Post_ValueThatItCannotBeAbout_IsRefused(string kind, string value)
    {
        var client = await ClientAsync();

        var answer = await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind, value });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Post_RepeatAfterUndo_StaysUndone()
    {
        var client = await ClientAsync();
        var click = new { id = Guid.NewGuid(), kind = "like", product = "dress" };
        await client.PostAsJsonAsync("/clicks", click);

        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "undo", undo = click.id });
        await client.PostAsJsonAsync("/clicks", click);

        Assert.DoesNotContain("Learned from", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Post_Unlike_TakesTheLikeBack()
    {
        var client = await ClientAsync();
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "dress" });

        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "unlike", product = "dress" });

        Assert.DoesNotContain("Learned from", await client.GetStringAsync("/"));
    }

    [Theory]
    [InlineData("like")]
    [InlineData("bag")]
    [InlineData("dislike")]
    [InlineData("hide")]
    public async Task Post_WhatIsSoAlready_IsAcceptedAndCountsOnce(string kind)
    {
        var client = await ClientAsync();
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind, product = "dress" });

        var answer = await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind, product = "dress" });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("Learned from one click.", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Post_Show_TakesBackAllThatTurnedTheProductDown()
    {
        var client = await ClientAsync();
        foreach (var kind in new[] { "hide", "dislike" })
        {
            await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind, product = "dress" });
        }

        Assert.Contains("Not shown again", await client.GetStringAsync("/saved"));
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "show", product = "dress" });

        Assert.Contains("Nothing is saved yet", await client.GetStringAsync("/saved"));
    }

    [Fact]
    public async Task Post_NotForMeOfWhatIsInTheBag_TurnsItDownUntilThatIsTakenBack()
    {
        var client = await ClientAsync();
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "dress" });

        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "dislike", product = "dress" });
        var (saved, page) = (await client.GetStringAsync("/saved"), await client.GetStringAsync("/product/dress"));

        Assert.DoesNotContain("In your bag", saved);
        Assert.Contains("Not shown again", saved);
        Assert.Contains("data-click=\"undislike\" data-product=\"dress\" data-page=\"product\" aria-pressed=\"true\"", page);
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "undislike", product = "dress" });
        Assert.Contains("In your bag", await client.GetStringAsync("/saved"));
    }

    [Fact]
    public async Task Post_ViewTwiceWithPassedProducts_SkipsEachOnce()
    {
        var client = await ClientAsync();
        var click = new
        {
            id = Guid.NewGuid(), kind = "view", product = "dress", position = 2, impression = Guid.NewGuid(),
            passed = new[] { new { product = "coat", position = 0 }, new { product = "gone", position = 1 } },
        };

        await client.PostAsJsonAsync("/clicks", click);
        var answer = await client.PostAsJsonAsync("/clicks", click);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var events = (await client.GetFromJsonAsync<JsonElement>("/account/data")).GetProperty("events").EnumerateArray()
            .Select(happened =>
                (happened.GetProperty("signal").GetString(), happened.GetProperty("productId").GetString(),
                happened.GetProperty("position").GetInt32()));
        Assert.Equal([("view", "dress", 2), ("skipped", "coat", 0)], events);
    }

    [Fact]
    public async Task Post_DatabaseLockedByABackup_SaysSoAndCountsOnceWhenSentAgain()
    {
        var client = await ClientAsync();
        var click = new { id = Guid.NewGuid(), kind = "like", product = "dress" };
        using (shop.Database.Lock())
        {
            var refused = await client.PostAsJsonAsync("/clicks", click);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains("is locked by another program",
                (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
            Assert.DoesNotContain("Learned from", await client.GetStringAsync("/"));
        }

        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("/clicks", click)).StatusCode);
        Assert.Contains("Learned from one click.", await client.GetStringAsync("/"));
    }

    [Theory]
    [InlineData("like", "no-such-product", null, null)]
    [InlineData("adore", "dress", null, null)]
    [InlineData("7", "dress", null, null)]
    [InlineData("more", null, "neckline_design:No Such Neck", null)]
    [InlineData("more", null, "neckline_design:Invisible", null)]
    [InlineData("pin", null, "neckline_design:V Neckline", 9000.0)]
    public async Task Post_Nonsense_IsRefusedWithOneSentence(string kind, string? product, string? value, double? weight)
    {
        var client = await ClientAsync();

        var answer = await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind, product, value, weight });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("detail", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"id":"11111111-1111-4111-8111-111111111111","product":"dress"}""")]
    [InlineData("""{"id":"11111111-1111-4111-8111-111111111111","kind":null,"product":"dress"}""")]
    [InlineData("""{"id":"11111111-1111-4111-8111-111111111112","kind":"view","product":"dress","passed":[null]}""")]
    public async Task Post_NullWhereSomethingIsNeeded_IsRefusedWithOneSentence(string body)
    {
        var client = await ClientAsync();

        var answer = await client.PostAsync("/clicks", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("detail", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"id":"11111111-1111-4111-8111-111111111112","kind":"view","product":"dress","passed":["coat"]}""")]
    [InlineData("""{"id":null,"kind":"like","product":"dress"}""")]
    [InlineData("""{"id":"11111111-1111-4111-8111-111111111111","kind":["like"],"product":"dress"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Post_AnotherShape_IsRefused(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await (await ClientAsync())
        .PostAsync("/clicks", new StringContent(body, System.Text.Encoding.UTF8, "application/json"))).StatusCode);

    [Fact]
    public async Task Post_Form_IsRefused()
    {
        var client = await ClientAsync();

        var answer = await client.PostAsync("/clicks", new FormUrlEncodedContent([KeyValuePair.Create("kind", "like")]));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    private async Task<HttpClient> ClientAsync()
    {
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product { Id = "coat", Name = "Coat", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product { Id = "dress", Name = "Dress", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        var client = shop.CreateClient();
        await client.GetAsync("/");
        return client;
    }
}
