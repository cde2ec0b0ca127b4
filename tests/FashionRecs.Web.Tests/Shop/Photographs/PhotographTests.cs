using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using FashionRecs.Web.Tests.Api;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace FashionRecs.Web.Tests.Shop.Photographs;

/// <summary>What the network says stands fixed; judging and making small are the shop's own.</summary>
public class PhotographTests(ApiShop shop) : IClassFixture<ApiShop>
{
    private static readonly byte[] Picture = Drawn();

    [Fact]
    public async Task Post_APicture_ShowsWhatIsSeenAndItsLike()
    {
        using var host = Host();
        var client = host.CreateClient(new() { AllowAutoRedirect = false });

        var answer = await SendAsync(client, Picture);
        var page = await client.GetStringAsync(answer.Headers.Location);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Like your photograph", page);
        Assert.Contains("The same V-neckline and long sleeves", page);
        Assert.Contains("data-product-card=\"p30\"", page);
        var copy = await client.GetAsync($"{answer.Headers.Location}/picture");
        Assert.Equal("image/webp", copy.Content.Headers.ContentType!.MediaType);
        Assert.True(copy.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Page_WithChoices_SaysThemAndKeepsThemInItsLinks()
    {
        using var host = Host();
        var client = host.CreateClient(new() { AllowAutoRedirect = false });
        var address = (await SendAsync(client, Picture)).Headers.Location;

        var page = WebUtility.HtmlDecode(
            await client.GetStringAsync($"{address}?with=sleeve_length:Short%20Sleeves&off=neckline_design&off=x&with=y"));

        Assert.Contains("but with its short sleeves", page);
        Assert.Contains("V-neckline: matters", page);
        Assert.Contains($"{address}?with=sleeve_length%3AShort%20Sleeves\"", page);
    }

    [Fact]
    public async Task Post_HalfAPictureNothingOrTooMuch_SaysSoInASentence()
    {
        using var host = Host();
        var client = host.CreateClient(new() { AllowAutoRedirect = false });

        var page = await client.GetStringAsync((await SendAsync(client, Picture[..(Picture.Length / 2)])).Headers.Location);
        Assert.Contains("We could not use this photograph.", page);

        Assert.Equal("/search/photograph", (await SendAsync(client, [])).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Post_NoForm_LeadsToThePageThatTakesOne(string type)
    {
        using var client = Host().CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var answer = await client.PostAsync("/search/photograph/read", new StringContent("{}", null, type));

        Assert.Equal((HttpStatusCode.Redirect, "/search/photograph"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=photograph; filename=a.jpg\r\n\r\nhalf")]
    public async Task Post_FormThatEndsBeforeItsEnd_AsksForThePhotographAgain(string body)
    {
        using var host = Host();
        using var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var cut = new StringContent(body);
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var answer = await client.PostAsync("/search/photograph/read", cut);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("The photograph did not arrive whole. Please send it again.",
            await client.GetStringAsync(answer.Headers.Location));
    }

    [Fact]
    public async Task Page_OfNothing_ClaimsNoGarment()
    {
        using var host = Host([.. Array.Empty<AttributeValue>()]);
        var client = host.CreateClient(new() { AllowAutoRedirect = false });

        var page = await client.GetStringAsync((await SendAsync(client, Picture)).Headers.Location);

        Assert.Contains("We see no garment in this photograph.", page);
        Assert.DoesNotContain("data-product-card", page);
    }

    [Fact]
    public async Task Forget_Photograph_IsGoneForWhoeverHasItsAddress()
    {
        using var host = Host();
        var client = host.CreateClient(new() { AllowAutoRedirect = false });
        var address = (await SendAsync(client, Picture)).Headers.Location;

        await client.PostAsync($"{address}/forget", null);

        Assert.Contains("That photograph is gone", await client.GetStringAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{address}/picture")).StatusCode);
    }

    [Fact]
    public async Task Api_SearchByPicture_SaysTheSameAsThePage()
    {
        using var host = Host();
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shop.ServerKey);

        var found = await client.PostAsync("/api/v1/search/by-picture?count=3", new ByteArrayContent(Picture)).ReadAsync();
        var read = await client.PostAsync("/api/v1/pictures", new ByteArrayContent(Picture)).ReadAsync();

        Assert.Equal("The same V-neckline and long sleeves", found.GetProperty("products")[0].GetProperty("sentence").GetString());
        Assert.Equal(Readings.VNeck.FullCode(), found.GetProperty("products")[0].GetProperty("shared")[0].GetString());
        Assert.Equal(JsonSerializer.Serialize(read), JsonSerializer.Serialize(found.GetProperty("picture")));
        await client.PostAsync("/api/v1/pictures", new ByteArrayContent("no picture"u8.ToArray())).RefusedAsync(400);
        await client.PostAsync("/api/v1/search/by-picture?with=x", new ByteArrayContent(Picture)).RefusedAsync(400);
    }

    [Fact]
    public async Task Api_FeaturesAskedFor_AreThoseOfTheNetworkAndTheSameEachTime()
    {
        using var host = Host();
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shop.ServerKey);

        var features = (await client.PostAsync("/api/v1/pictures?features=true", new ByteArrayContent(Picture)).ReadAsync())
            .GetProperty("features");
        var again = await client.PostAsync("/api/v1/pictures?features=true", new ByteArrayContent(Picture)).ReadAsync();
        var without = await client.PostAsync("/api/v1/pictures", new ByteArrayContent(Picture)).ReadAsync();

        double[] picture = [.. features.GetProperty("picture").EnumerateArray().Select(number => number.GetDouble())];
        Assert.Equal(512, picture.Length);
        Assert.All(picture, number => Assert.InRange(number, 0, double.MaxValue));
        Assert.True(picture.Distinct().Count() > 100);
        Assert.All(features.GetProperty("regions").EnumerateObject(), region => Assert.Equal(512, region.Value.GetArrayLength()));
        Assert.Equal(features.GetRawText(), again.GetProperty("features").GetRawText());
        Assert.Equal(JsonValueKind.Null, without.GetProperty("features").ValueKind);
    }

    private WebApplicationFactory<FashionRecs.Web.Layout.App> Host() => Host(Readings.VNeck, Readings.LongSleeves);

    private WebApplicationFactory<FashionRecs.Web.Layout.App> Host(params AttributeValue[] shown) => shop.WithWebHostBuilder(
        builder => builder.ConfigureServices(services => services.AddSingleton<IPictureProjector>(new FakeProjector(shown))));

    private static byte[] Drawn()
    {
        using var bitmap = new SKBitmap(300, 400);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(50, 50, 200, 300, red);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] picture)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(picture), "photograph", "mine.jpg" } };
        return await client.PostAsync("/search/photograph/read", form);
    }
}
