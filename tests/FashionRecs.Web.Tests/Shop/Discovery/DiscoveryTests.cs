using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FashionRecs.Application.Catalog;
using FashionRecs.Tests;
using FashionRecs.Web.Tests.Api;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace FashionRecs.Web.Tests.Shop.Discovery;

public partial class DiscoveryTests(ApiShop shop) : IClassFixture<ApiShop>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Product_Page_SaysWhatItIsToPrograms()
    {
        using var host = shop.WithWebHostBuilder(builder => builder.UseSetting("Shop:Address", "https://shop.example/"));

        var page = await host.CreateClient().GetStringAsync("/product/p30?whynot=1");

        Assert.Contains("<link rel=\"canonical\" href=\"https://shop.example/product/p30\"", page);
        Assert.Contains("property=\"og:image\" content=\"https://shop.example/pictures/marked/p30.jpg\"", page);
        var data = JsonDocument.Parse(Data().Match(page).Groups[1].Value).RootElement;
        Assert.Equal("Product", data.GetProperty("@type").GetString());
        Assert.Equal("EUR", data.GetProperty("offers").GetProperty("priceCurrency").GetString());
        Assert.Equal(9.99m, data.GetProperty("offers").GetProperty("price").GetDecimal());
    }

    [Fact]
    public async Task Product_WhoseNameIsMarkup_EndsNoScript()
    {
        await shop.Services.GetRequiredService<ProductImport>().ImportAsync(
            new ProductFacts("hostile", "</script><img src=x>", "Dress", "", "", "", "", null, "\"><script>"), "a picture"u8.ToArray(),
            new FakeProjector(Readings.VNeck));

        var page = await shop.CreateClient().GetStringAsync("/product/hostile");

        Assert.DoesNotContain("</script><img", page);
        Assert.DoesNotContain("\"><script>", page);
        Assert.Equal("</script><img src=x>",
            JsonDocument.Parse(Data().Match(page).Groups[1].Value).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Sitemap_NamesEveryProductOnce()
    {
        var client = shop.CreateClient();
        var maps = XDocument.Parse(await client.GetStringAsync("/sitemap.xml")).Descendants(Map + "loc").Select(entry => entry.Value)
            .ToArray();

        var pages = XDocument.Parse(await client.GetStringAsync(new Uri(Assert.Single(maps)).AbsolutePath)).Descendants(Map + "loc")
            .Select(entry => new Uri(entry.Value).AbsolutePath).ToArray();

        Assert.Equal(pages.Distinct().Count(), pages.Length);
        Assert.All(Enumerable.Range(0, ApiShop.Products), number => Assert.Contains($"/product/p{number}", pages));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sitemap-2.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sitemap-0.xml")).StatusCode);
        Assert.Contains("/sitemap.xml", await client.GetStringAsync("/robots.txt"));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/product/p30", HttpStatusCode.OK)]
    [InlineData("/product/none", HttpStatusCode.NotFound)]
    [InlineData("/robots.txt", HttpStatusCode.OK)]
    public async Task Head_AnyPage_AnswersAsGetWithoutABody(string path, HttpStatusCode status)
    {
        var answer = await shop.CreateClient().SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Marked_OfAProduct_IsAPictureOfTheSizeThatIsSaid()
    {
        using var drawn = new SKBitmap(300, 400);
        drawn.Erase(SKColors.SteelBlue);
        using var encoded = drawn.Encode(SKEncodedImageFormat.Png, 90);
        await shop.Services.GetRequiredService<ProductImport>().ImportAsync(
            new ProductFacts("drawn", "Drawn", "Dress", "", "", "", "", 1, ""), encoded.ToArray(), new FakeProjector(Readings.VNeck));

        var answer = await shop.CreateClient().GetAsync("/pictures/marked/drawn.jpg");

        using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        // What is marked: a light line where the box is, upon the picture's blue.
        Assert.Contains(Enumerable.Range(400, 400),
            x => Enumerable.Range(24, 300).Any(y => picture.GetPixel(x, y) is { Red: > 240, Green: > 240 }));
        Assert.Equal(HttpStatusCode.NotFound, (await shop.CreateClient().GetAsync("/pictures/marked/none.jpg")).StatusCode);
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
