using System.Text.RegularExpressions;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Merchandising;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

/// <summary>
/// What drawings cannot show: the whole chain on photographs (the network reads them, likes teach, the page says why and marks where), text
/// over them, and a correction whose region the network finds. Everything else runs on the drawn catalog.
/// </summary>
public class PhotographTests(Browser browser, ProjectedShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ProjectedShop>
{
    [Fact]
    public async Task Home_ThreeLikesThatShareOnlyTheirNeckline_NamesItWhereTheNetworkSawIt()
    {
        var shopper = await VisitAsync();
        var liked = await ThreeOfOneNecklineAsync();
        foreach (var item in liked)
        {
            await shopper.OpenAsync($"/product/{item.Product.Id}");
            await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
            await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
        }

        await shopper.OpenAsync("/");
        var card = shopper.Page.Locator("article.card", new() { HasTextRegex = Said(liked[0]) }).First;

        await Assertions.Expect(card.Locator(".card-why")).ToContainTextAsync("because of its");
        var id = await card.GetAttributeAsync("data-product-card");
        Assert.DoesNotContain(id, liked.Select(item => item.Product.Id));
        var product = (await ItemsAsync()).Single(item => item.Product.Id == id);
        Assert.Equal(Kind(liked[0]), Kind(product));
        await AssertMarkedAsync(card, product, Neckline(product));
        await shopper.ShowAsync("home-photographs", whole: false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_AxeOverPhotographs_FindsNoViolation(bool dark)
    {
        var shopper = await VisitAsync(dark);
        foreach (var path in new[] { $"/product/{(await ThreeOfOneNecklineAsync())[0].Product.Id}", "/" })
        {
            await shopper.OpenAsync(path);
            await shopper.CheckAsync();
        }
    }

    [Fact]
    public async Task Review_OtherValueOfAPhotograph_ShowsWhereTheNetworkSeesIt()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        var item = (await ThreeOfOneNecklineAsync())[0];
        await reviewer.OpenReviewAsync($"/merchandising/review/{item.Product.Id}?attribute=neckline_design&state=all");
        await reviewer.FocusAsync("Neckline");

        await reviewer.Page.Keyboard.PressAsync("6");

        await Assertions.Expect(reviewer.Page.Locator("[data-attribute=neckline_design] .attribute-source"))
            .ToHaveTextAsync("reviewed by you");
        await reviewer.FocusAsync("Neckline");
        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Img, new() { Name = "Region of Square" })).ToBeVisibleAsync();
        var reading = Neckline((await ItemsAsync()).Single(other => other.Product.Id == item.Product.Id));
        Assert.Equal(("Square Neckline", TagSource.Reviewed), (reading.Top.Code, reading.Source));
        Assert.NotNull(reading.Region);
    }

    /// <summary>The mark covers the network's box, scaled to the picture on the page.</summary>
    private static async Task AssertMarkedAsync(ILocator card, CatalogItem item, AttributeReading reading)
    {
        var picture = (await card.Locator(".picture").BoundingBoxAsync())!;
        var wanted = (reading.Region!.Box.Y + (reading.Region.Box.Height / 2f)) / item.Product.PictureHeight;
        var regions = await card.Locator(".region").AllAsync();
        var centres = new List<float>();
        foreach (var region in regions)
        {
            var box = (await region.BoundingBoxAsync())!;
            centres.Add((box.Y + (box.Height / 2) - picture.Y) / picture.Height);
            Assert.InRange(box.X, picture.X - 1, picture.X + picture.Width);
        }

        // A card is 3:4 and pads or crops a little, hence the tolerance.
        Assert.Contains(centres, centre => Math.Abs(centre - wanted) < 0.12);
    }

    /// <summary>Three products of the neckline that the network is most often sure of, as unlike in sleeves as there are.</summary>
    private async Task<CatalogItem[]> ThreeOfOneNecklineAsync()
    {
        var sure = (await ItemsAsync()).Where(item => Neckline(item).ShowsStatement).GroupBy(Kind).OrderByDescending(group => group.Count())
            .First().ToArray();
        CatalogItem[] three = [.. sure.DistinctBy(item => Sleeve(item).Top.Code).Concat(sure).Distinct().Take(3)];
        Assert.Equal(3, three.Length);
        return three;
    }

    /// <summary>What is said of a neckline, or of its family where only that is sure of another picture.</summary>
    private static Regex Said(CatalogItem item) =>
        new($"{Neckline(item).Top.Phrase}|{Neckline(item).Top.Family?.Phrase ?? Neckline(item).Top.Phrase}");

    /// <summary>The family of the neckline, else the neckline itself.</summary>
    private static string Kind(CatalogItem item) => Neckline(item).Top.Family?.Code ?? Neckline(item).Top.Code;

    private async Task<IReadOnlyList<CatalogItem>> ItemsAsync() =>
        (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items;

    private static AttributeReading Neckline(CatalogItem item) =>
        item.Readings.Single(reading => reading.Attribute.Code == "neckline_design");

    private static AttributeReading Sleeve(CatalogItem item) => item.Readings.Single(reading => reading.Attribute.Code == "sleeve_length");
}
