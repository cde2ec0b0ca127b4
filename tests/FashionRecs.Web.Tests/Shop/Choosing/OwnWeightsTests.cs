using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using FashionRecs.Web.Shop.Shoppers;
using FashionRecs.Web.Tests.Api;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Choosing;

/// <summary>What "How we choose" says of the weights in use.</summary>
public class OwnWeightsTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Fact]
    public async Task Page_WhoChoseSomething_HasTheirOwnWeightsBesideThoseForEverybody()
    {
        for (var number = 0; number < 12; number++)
        {
            await shop.Services.GetRequiredService<ProductImport>().ImportAsync(
                new ProductFacts($"q{number}", $"Piece {number}", number % 2 == 0 ? "Dress" : "Skirt", "", "", "", "", 5 + (20 * number),
                    ""),
                System.Text.Encoding.UTF8.GetBytes($"picture of q{number}"), new FakeProjector());
        }

        var (somebody, nobody) = (new Guid(77, 0, 0, new byte[8]), new Guid(78, 0, 0, new byte[8]));
        await shop.Services.GetRequiredService<ShopService>().RecordAsync(
            [.. ((string[])["q9", "q10", "q11"])
                .Select(product => new ShopperEvent(Guid.NewGuid(), somebody, PreferenceSignal.Like, product))]);

        var page = await Browser(somebody).GetStringAsync("/how-we-choose");
        Assert.Contains("For everybody", page);
        Assert.Contains("data-own-weight=\"price level\"", page);
        Assert.DoesNotContain("data-own-weight", await Browser(nobody).GetStringAsync("/how-we-choose"));
        // Nothing of theirs is used, so that nothing of theirs is shown.
        await shop.Services.GetRequiredService<ShopService>()
            .RecordAsync(new ShopperEvent(Guid.NewGuid(), somebody, PreferenceSignal.Everybody));
        Assert.DoesNotContain("data-own-weight", await Browser(somebody).GetStringAsync("/how-we-choose"));
    }

    private HttpClient Browser(Guid shopper)
    {
        var protector = shop.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("FashionRecs.Shopper.v1");
        var client = shop.CreateClient(new() { HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", $"{ShopperCookie.Name}={protector.Protect(shopper.ToString("N"))}");
        return client;
    }
}
