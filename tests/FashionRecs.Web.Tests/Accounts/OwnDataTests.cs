using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Catalog;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Accounts;

public class OwnDataTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Fact]
    public async Task Download_AfterALike_HoldsIt()
    {
        var client = await LikingAsync(Client());

        var answer = await client.GetAsync("/account/data");

        Assert.Equal("fashionrecs-my-data.json", answer.Content.Headers.ContentDisposition!.FileName);
        var data = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var happened = Assert.Single(data.GetProperty("events").EnumerateArray());
        Assert.Equal(("like", "dress"), (happened.GetProperty("signal").GetString(), happened.GetProperty("productId").GetString()));
    }

    [Fact]
    public async Task Download_AfterALikeThatWasTakenBack_HoldsBothRows()
    {
        var client = await LikingAsync(Client());
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "unlike", product = "dress" });

        var events = (await client.GetFromJsonAsync<JsonElement>("/account/data")).GetProperty("events").EnumerateArray().ToArray();

        Assert.Equal([("like", true), ("undo", false)],
            events.Select(happened => (happened.GetProperty("signal").GetString(), happened.GetProperty("undone").GetBoolean())));
        Assert.Equal(events[0].GetProperty("id").GetGuid(), events[1].GetProperty("undoes").GetGuid());
    }

    [Fact]
    public async Task Delete_Anonymous_IsANewShopper()
    {
        var client = await LikingAsync(Client());
        var before = await ShopperAsync(client);

        var answer = await DeleteAsync(client, ("sure", "yes"));

        Assert.Equal("/account/deleted", answer.Headers.Location!.OriginalString);
        Assert.NotEqual(before, await ShopperAsync(client));
        Assert.DoesNotContain("Learned from", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Delete_SignedIn_RemovesTheAccountToo()
    {
        var client = await LikingAsync(await shop.SignedInAsAsync());
        var email = (await client.GetFromJsonAsync<JsonElement>("/account/data")).GetProperty("account").GetString()!;

        await DeleteAsync(client, ("sure", "yes"));

        Assert.Null(await shop.Services.GetRequiredService<IAccountDirectory>().TryFindAsync(email));
        Assert.Contains("Not signed in", await client.GetStringAsync("/account"));
    }

    [Fact]
    public async Task Delete_NotSure_KeepsEverything()
    {
        var client = await LikingAsync(Client());

        var answer = await DeleteAsync(client);

        Assert.Equal("/account?refused=unsure", answer.Headers.Location!.OriginalString);
        Assert.Contains("Learned from one click.", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Delete_WithoutTheToken_IsRefused()
    {
        var client = await LikingAsync(Client());

        var answer = await client.PostAsync("/account/delete", new FormUrlEncodedContent([KeyValuePair.Create("sure", "yes")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Learned from one click.", await client.GetStringAsync("/"));
    }

    private HttpClient Client() => shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private async Task<HttpClient> LikingAsync(HttpClient client)
    {
        await shop.Services.GetRequiredService<ICatalogStore>().SaveAsync(
            new Product { Id = "dress", Name = "Dress", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        await client.GetAsync("/");
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "dress" });
        return client;
    }

    private static async Task<string> ShopperAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/account/data")).GetProperty("shopper").GetString()!;

    private static Task<HttpResponseMessage> DeleteAsync(HttpClient client, params IEnumerable<(string Name, string Value)> fields) =>
        client.SendFormAsync("/account", "", "/account/delete", fields);
}
