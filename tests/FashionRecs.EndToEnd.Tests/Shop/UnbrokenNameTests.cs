using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Shop;

public sealed class UnbrokenNameTests(Browser browser) : IDisposable
{
    private readonly ShopServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Product_NameWithoutABlank_DoesNotMakeThePageScrollSideways()
    {
        var picture = await File.ReadAllBytesAsync(DrawnProducts.Pictures.First());
        string[] names = ["IMG_20260714_183022_HDR_edited_final_v2", new('W', 200)];
        for (var number = 0; number < names.Length; number++)
        {
            await server.Services.GetRequiredService<ProductImport>().ImportAsync(
                new ProductFacts($"N{number}", names[number], names[number], "", "", names[number], "", 10, new string('x', 5_000)),
                picture, server.Services.GetRequiredService<IPictureProjector>());
        }

        await using var visitor = await browser.VisitAsync(server.Address);
        foreach (var (width, number) in new[] { (1360, 0), (390, 0), (1360, 1), (390, 1) })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.OpenAsync($"/product/N{number}");

            var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"the page of '{names[number][..20]}' is {wide} pixels wide in a window of {width}");
        }
    }
}
