using System.Net;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Pictures;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace FashionRecs.Web.Tests.Pictures;

public sealed class PictureEndpointTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Theory]
    [InlineData(800, 20_000)]
    [InlineData(1, 1)]
    public async Task Get_PictureOfAnyShape_IsServedInEveryWidth(int width, int height)
    {
        var client = shop.CreateClient();
        var inspected = shop.Services.GetRequiredService<IPictureInspector>().Inspect(Navy(width, height));
        var name = await shop.Services.GetRequiredService<PictureStore>().SaveAsync(inspected.Bytes);

        foreach (var wide in PictureAddress.Widths)
        {
            var answer = await client.GetAsync(PictureAddress.Of(name, wide));

            Assert.Equal((HttpStatusCode.OK, "image/webp"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }
    }

    private static byte[] Navy(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Navy);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
