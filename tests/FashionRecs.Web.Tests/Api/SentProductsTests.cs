using System.Net;
using System.Net.Http.Json;
using System.Text;
using FashionRecs.Application.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Api;

/// <summary>Products that a program sends with their pictures.</summary>
public class SentProductsTests(ApiShop shop) : IClassFixture<ApiShop>
{
    private const string Path = "/api/v1/products/new";

    [Fact]
    public async Task Put_ANewProduct_IsThereWithItsPicturesAndItsReading()
    {
        await using var other = await OtherServer.StartAsync(AnswerAsync);
        await using var open = new ConnectedShop(other.Host);
        var client = await open.ApiAsync();
        var message = Message(Bytes("front"), At(other, "/back.jpg")) with { Link = "https://shop.example/new", Sizes = ["S", "M"] };

        var made = await client.PutAsJsonAsync(Path, message);

        Assert.Equal((HttpStatusCode.Created, Path), (made.StatusCode, made.Headers.Location?.ToString()));
        var product = await client.GetAsync(Path).ReadAsync();
        Assert.Equal(("Linen dress", 19.9m), (product.GetProperty("name").GetString(), product.GetProperty("price").GetDecimal()));
        Assert.Equal("https://shop.example/new", product.GetProperty("link").GetString());
        Assert.Equal(["S", "M"], product.GetProperty("sizes").EnumerateArray().Select(size => size.GetString()!));
        Assert.Equal(1, product.GetProperty("morePictures").GetArrayLength());
        Assert.NotEmpty((await client.GetAsync("/api/v1/readings/new").ReadAsync()).GetProperty("readings").EnumerateArray());
    }

    [Fact]
    public async Task Put_TheSameAgain_ChangesNothing()
    {
        await using var open = new ConnectedShop("nobody");
        var client = await open.ApiAsync();
        Assert.Equal(HttpStatusCode.Created, (await client.PutAsJsonAsync(Path, Message(Bytes("front"), Bytes("back")))).StatusCode);
        var tag = (await client.GetAsync(Path)).Headers.ETag;

        Assert.Equal(HttpStatusCode.OK, (await client.PutAsJsonAsync(Path, Message(Bytes("front"), Bytes("back")))).StatusCode);
        Assert.Equal(tag, (await client.GetAsync(Path)).Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsJsonAsync(Path, Message(Bytes("back"), Bytes("front")))).StatusCode);
        Assert.NotEqual(tag, (await client.GetAsync(Path)).Headers.ETag);
    }

    [Fact]
    public async Task Put_WithoutPictures_LeavesThemAndMakesNoNewProduct()
    {
        await using var open = new ConnectedShop("nobody");
        var client = await open.ApiAsync();
        Assert.Contains("pictures", await client.PutAsJsonAsync(Path, new { name = "Linen dress" }).RefusedAsync(404));
        var made = await client.PutAsJsonAsync(Path, Message(Bytes("front"), Bytes("back"))).ReadAsync();

        var after = await client.PutAsJsonAsync(Path, new { name = "Wool dress" }).ReadAsync();

        Assert.Equal("Wool dress", after.GetProperty("name").GetString());
        Assert.Equal(made.GetProperty("picture").GetRawText(), after.GetProperty("picture").GetRawText());
        Assert.Equal(made.GetProperty("morePictures").GetRawText(), after.GetProperty("morePictures").GetRawText());
    }

    [Theory]
    [InlineData("/missing", "Picture 2: The server answered 404.")]
    [InlineData("/program", "Picture 2: The file is not a readable JPEG, PNG or WebP picture.")]
    [InlineData("/leads-inside", "Picture 2: The address leads inside")]
    public async Task Put_OnePictureThatCannotBeUsed_IsNamedAndNothingIsKept(string path, string reason)
    {
        await using var other = await OtherServer.StartAsync(AnswerAsync);
        await using var open = new ConnectedShop(other.Host);
        var client = await open.ApiAsync();

        Assert.StartsWith(reason, await client.PutAsJsonAsync(Path, Message(Bytes("front"), At(other, path))).RefusedAsync(400));

        await client.GetAsync(Path).RefusedAsync(404);
        var pictures = open.Services.GetRequiredService<ShopFolder>().Pictures;
        Assert.Empty(Directory.Exists(pictures) ? Directory.GetFiles(pictures, "*", SearchOption.AllDirectories) : []);
    }

    [Fact]
    public async Task Put_WhatMayNotBe_IsRefusedInOneSentence()
    {
        await using var open = new ConnectedShop("nobody");
        var client = await open.ApiAsync();
        SentPicture[] both = [new("https://shop.example/a.jpg", "AAAA")];

        Assert.Contains("1 to 9", await client.PutAsJsonAsync(Path, Message()).RefusedAsync(400));
        Assert.Contains("1 to 9", await client.PutAsJsonAsync(Path, Message([.. Enumerable.Repeat(Bytes("a"), 10)])).RefusedAsync(400));
        Assert.Contains("either", await client.PutAsJsonAsync(Path, Message(both)).RefusedAsync(400));
        Assert.Contains("either", await client.PutAsJsonAsync(Path, Message(new SentPicture(null, null))).RefusedAsync(400));
        Assert.Contains("name", await client.PutAsJsonAsync(Path, Message(Bytes("a")) with { Name = " " }).RefusedAsync(400));
        Assert.Contains("browsers", await client.PutAsJsonAsync("/api/v1/products/a%2F..", Message(Bytes("a"))).RefusedAsync(400));
        await client.PutAsJsonAsync(Path, Message(new SentPicture(null, "no-Base64!"))).RefusedAsync(400);
        await client.PutAsJsonAsync(Path, new { name = "Dress", pictures = new object?[] { null } }).RefusedAsync(400);
        await client.GetAsync(Path).RefusedAsync(404);
    }

    [Fact]
    public async Task Put_AWithdrawnProduct_StaysWithdrawn()
    {
        await using var open = new ConnectedShop("nobody");
        var client = await open.ApiAsync();
        await client.PutAsJsonAsync(Path, Message(Bytes("front"))).ReadAsync();
        await client.DeleteAsync(Path).ReadOrNothingAsync();

        Assert.Contains("bring it back", await client.PutAsJsonAsync(Path, Message(Bytes("front"))).RefusedAsync(409));
        Assert.Contains("bring it back", await client.PutAsJsonAsync(Path, new { name = "Dress" }).RefusedAsync(409));
    }

    [Fact]
    public async Task Put_WhatIsNoPicture_IsJudgedAsEveryUpload()
    {
        Assert.StartsWith("Picture 1: ", await shop.Api().PutAsJsonAsync(Path, Message(Bytes("no picture"))).RefusedAsync(400));
    }

    private static Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/back.jpg":
                return context.Response.WriteAsync("a picture");
            case "/program":
                return context.Response.WriteAsync("MZ");
            case "/leads-inside":
                context.Response.Redirect("http://127.0.0.1:9/a.jpg");
                return Task.CompletedTask;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private static SentProduct Message(params SentPicture[] pictures) => new("Linen dress", 19.9m, null, null, pictures);

    private static SentPicture Bytes(string picture) => new(null, Convert.ToBase64String(Encoding.UTF8.GetBytes(picture)));

    private static SentPicture At(OtherServer other, string path) => new($"http://{other.Host}{path}", null);

    private sealed record SentPicture(string? Address, string? Bytes);

    private sealed record SentProduct(string Name, decimal Price, string? Link, string[]? Sizes, SentPicture[] Pictures);
}
