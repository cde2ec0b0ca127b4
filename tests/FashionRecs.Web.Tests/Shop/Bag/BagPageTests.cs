using System.Net;
using System.Net.Http.Json;
using FashionRecs.Application.Catalog;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Bag;

public class BagPageTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Fact]
    public async Task Bag_AnotherQuantity_TakesThePlaceOfTheFirstAndTeachesOnce()
    {
        var client = await ClientAsync();
        var click = new { id = Guid.NewGuid(), kind = "bag", product = "dress", weight = (double?)null };
        await client.PostAsJsonAsync("/clicks", click);
        var three = new { id = Guid.NewGuid(), kind = "bag", product = "dress", weight = 3.0 };

        await client.PostAsJsonAsync("/clicks", three);
        await client.PostAsJsonAsync("/clicks", three);

        var page = await ReadAsync(client, "/bag");
        Assert.Contains("3 pieces", page);
        Assert.Contains("Total €29.97", page);
        Assert.Contains("Bag with 3 pieces", page);
        Assert.Contains("/bag/list?p=dress*3", page);
        Assert.Contains("Learned from one click.", await client.GetStringAsync("/"));

        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "unbag", product = "dress" });
        Assert.Contains("Your bag is empty", await ReadAsync(client, "/bag"));
    }

    [Fact]
    public async Task List_HandedOver_ShowsWhatItNamesAndNobodysBag()
    {
        var client = await ClientAsync();

        var page = await ReadAsync(client, "/bag/list?p=dress*2&p=dress*9&p=gone*1&p=" + Uri.EscapeDataString("<script>*1"));

        Assert.Contains("2 pieces", page);
        Assert.Contains("Total €19.98", page);
        Assert.DoesNotContain("<script>*1", page);
        Assert.Contains("Nothing of this list is left", await ReadAsync(client, "/bag/list?p=gone*1"));
        Assert.Contains("1 piece<", await ReadAsync(client, "/bag/list?p=dress*999"));
    }

    private static async Task<string> ReadAsync(HttpClient client, string path) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(path));

    private async Task<HttpClient> ClientAsync()
    {
        await shop.Services.GetRequiredService<ProductImport>().ImportAsync(
            new ProductFacts("dress", "Dress", "Dress", "Garment Full body", "Ladieswear", "Black", "Solid", 9.99m, "A dress."),
            "picture"u8.ToArray(), new FakeProjector(Readings.VNeck));
        return shop.CreateClient();
    }
}
