using FashionRecs.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FashionRecs.Web.Tests.Api;

public class EmbeddingTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    private const string Script = "/embed/fashion-recs.js";

    [Fact]
    public async Task Script_IsSmallEnoughForEveryPage()
    {
        var answer = await shop.CreateClient().GetAsync(Script);

        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 10 * 1024);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(Script, "cross-origin")]
    [InlineData("/embed/fashion-recs.css", "cross-origin")]
    [InlineData("/", "same-origin")]
    public async Task Answer_WhereAnotherShopIsLetIn_OpensTheEmbeddedPartAlone(string path, string policy)
    {
        using var open = shop.WithWebHostBuilder(builder => builder.UseSetting("Api:Origins:0", "https://shop.example"));

        Assert.Equal([policy], (await open.CreateClient().GetAsync(path)).Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal(["same-origin"], (await shop.CreateClient().GetAsync(path)).Headers.GetValues("Cross-Origin-Resource-Policy"));
    }
}
