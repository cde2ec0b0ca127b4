using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Photographs;

public class PhotographSearchTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Photograph_OfAProduct_FindsItAndMarksWhatIsSeen(bool phone)
    {
        var shopper = await VisitAsync(phone: phone);
        var (id, picture) = await PictureAsync();

        await HandInAsync(shopper, picture);

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("Like your photograph");
        await Assertions.Expect(shopper.Page.Locator(".photograph-values .reason", new() { HasText = "V" }).First).ToBeVisibleAsync();
        Assert.True(await shopper.Page.Locator(".photograph .region").CountAsync() > 0);
        await Assertions.Expect(shopper.Page.Locator($"article.card[data-product-card='{id}'] .card-why")).ToContainTextAsync("The same");
        await shopper.CheckAsync($"photograph-{(phone ? "phone" : "desktop")}");
    }

    [Fact]
    public async Task Photograph_ButWithOtherSleeves_BringsThoseAndBackBringsTheFirstOnes()
    {
        var shopper = await VisitAsync();
        var (_, picture) = await PictureAsync();
        await HandInAsync(shopper, picture);
        var before = await shopper.CardsAsync();
        var sleeves = shopper.Page.Locator(".photograph-values li").Filter(new() { HasText = "sleeve" }).First;

        await sleeves.Locator("summary").ClickAsync();
        await sleeves.Locator(".photograph-offers a", new() { HasText = "sleeveless cut" }).ClickAsync();

        await Assertions.Expect(shopper.Page.Locator(".photograph-value")
            .Filter(new() { HasText = "but with its sleeveless cut" })).ToHaveCountAsync(1);
        await Assertions.Expect(shopper.Page.Locator("article.card .card-why").First).ToContainTextAsync("sleeveless cut");
        await shopper.Page.GoBackAsync();
        await Assertions.Expect(shopper.Page.Locator(".photograph-value").Filter(new() { HasText = "but with" })).ToHaveCountAsync(0);
        Assert.Equal(before, await shopper.CardsAsync());
    }

    [Fact]
    public async Task Photograph_CutInHalf_SaysWhyNotAndAsksForAnother()
    {
        var shopper = await VisitAsync();
        var (_, picture) = await PictureAsync();

        await HandInAsync(shopper, picture[..(picture.Length / 2)]);

        await Assertions.Expect(shopper.Page.Locator("[role=alert]")).ToContainTextAsync("We could not use this photograph.");
        await Assertions.Expect(shopper.Page.Locator("form[data-photograph]")).ToBeVisibleAsync();
    }

    private static async Task HandInAsync(Visitor shopper, byte[] picture)
    {
        await shopper.OpenAsync("/search/photograph");
        // Choosing is enough; the form sends itself.
        await shopper.Page.Locator("[name=photograph]").SetInputFilesAsync(
            new FilePayload { Name = "mine.webp", MimeType = "image/webp", Buffer = picture });
        await shopper.ExpectAddressMatchesAsync("/search/photograph/(?!read$).+");
        await shopper.ReadyAsync();
    }

    /// <summary>A drawn picture that surely shows a V-neckline and sleeves.</summary>
    private async Task<(string Id, byte[] Picture)> PictureAsync()
    {
        var catalog = await shop.Server.Services.GetRequiredService<CatalogCache>().GetAsync();
        var item = catalog.Items.First(item => Says(item, "neckline_design", "V-") && Says(item, "sleeve_length", "long sleeves"));
        using var client = new HttpClient { BaseAddress = new Uri(shop.Server.Address) };
        return (item.Product.Id, await client.GetByteArrayAsync($"/pictures/{item.Product.Picture}/960.webp"));
    }

    private static bool Says(CatalogItem item, string attribute, string words) => item.Readings.Any(reading =>
        reading.Attribute.Code == attribute && reading.Statement?.Phrase.Contains(words, StringComparison.Ordinal) == true);
}
