using System.Net;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using FashionRecs.Web.Pictures;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Pictures;

public sealed class MapEndpointTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");

    [Fact]
    public async Task Map_OfAReading_IsASmallOverlayThatMayBeKeptForEver()
    {
        var (client, address, projector) = await StartAsync();

        var first = await client.GetAsync(address);
        await client.GetAsync(address);

        Assert.Equal("image/png", first.Content.Headers.ContentType!.MediaType);
        Assert.InRange((await first.Content.ReadAsByteArrayAsync()).Length, 60, 20_000);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString());
        Assert.NotNull(first.Headers.ETag);
        Assert.Equal(1, projector.Maps);
    }

    [Fact]
    public async Task Map_KnownToTheBrowser_IsNotSentAgain()
    {
        var (client, address, _) = await StartAsync();
        var tag = (await client.GetAsync(address)).Headers.ETag!;

        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);

        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("0123456789abcdef", "10")]
    [InlineData("*", "999")]
    public async Task Map_OfOtherWeightsOrNoValue_IsNotFound(string weights, string value)
    {
        var (client, address, _) = await StartAsync();
        var parts = address.Split('/');

        var answer = await client.GetAsync($"/pictures/{parts[2]}/maps/{(weights == "*" ? parts[4] : weights)}/{value}.png");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Of_ProductReadByOtherWeights_IsNone()
    {
        await using var own = With(new FakeProjector(VNeck) { Fingerprint = new string('f', 64) });
        var import = own.Services.GetRequiredService<ProductImport>();
        await import.ImportAsync(new ProductFacts("old", "Old", "", "", "", "", "", null, ""), "picture"u8.ToArray(),
            new FakeProjector(VNeck));
        var item = (await own.Services.GetRequiredService<ICatalogStore>().TryFindAsync("old"))!;

        Assert.Null(own.Services.GetRequiredService<MapAddress>().Of(item, VNeck));
    }

    private WebApplicationFactory<FashionRecs.Web.Layout.App> With(FakeProjector projector) =>
        shop.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IPictureProjector>(projector)));

    private async Task<(HttpClient Client, string Address, FakeProjector Projector)> StartAsync()
    {
        var projector = new FakeProjector(VNeck);
        var own = With(projector);
        await own.Services.GetRequiredService<ProductImport>()
            .ImportAsync(new ProductFacts("p", "P", "", "", "", "", "", null, ""), "picture"u8.ToArray(), projector);
        var item = (await own.Services.GetRequiredService<ICatalogStore>().TryFindAsync("p"))!;
        return (own.CreateClient(), own.Services.GetRequiredService<MapAddress>().Of(item, VNeck)!, projector);
    }
}
