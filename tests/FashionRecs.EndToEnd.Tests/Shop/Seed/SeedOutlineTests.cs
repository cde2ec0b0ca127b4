using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>The contour of a part on the drawn catalog, as the network that ships read it.</summary>
public class SeedOutlineTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Card_WordsPointedAt_LightTheContourAndTheRestStepsBack(bool dark)
    {
        var shopper = await VisitAsync(dark);
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");
        var card = shopper.Page.Locator("article.card", new() { Has = shopper.Page.Locator("svg.outline") }).First;
        var outline = card.Locator("svg.outline").First;

        Assert.Equal("0", await OpacityAsync(outline.Locator(".rest")));
        Assert.Equal(("rgb(255, 255, 255)", "rgb(23, 21, 19)"),
            (await StrokeAsync(outline.Locator(".light")), await StrokeAsync(outline.Locator(".dark"))));

        await card.Locator(".reason").First.HoverAsync();

        await Assertions.Expect(card.Locator(".region[data-lit]")).ToHaveCountAsync(1);
        await Assertions.Expect(card.Locator(".region[data-lit] + svg.outline .rest")).ToHaveCSSAsync("opacity", "0.36");
        await shopper.ShowAsync(dark ? "seed-outline-dark" : "seed-outline-light", whole: false);

        await shopper.Page.Locator("h1").HoverAsync();
        await Assertions.Expect(outline.Locator(".rest")).ToHaveCSSAsync("opacity", "0");
    }

    [Fact]
    public async Task Card_Contour_LiesInThePictureAndNoButtonLiesOverIt()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");

        foreach (var card in await shopper.Page.Locator("article.card", new() { Has = shopper.Page.Locator("svg.outline") }).AllAsync())
        {
            var (picture, buttons) = ((await card.Locator(".picture").BoundingBoxAsync())!,
                (await card.Locator(".card-actions").BoundingBoxAsync())!);
            Assert.True(buttons.Y >= picture.Y + picture.Height - 1, "The heart lies over the picture.");
            await LiesWhereItsButtonLiesAsync(card);
            foreach (var region in await card.Locator(".region.outlined").AllAsync())
            {
                var place = (await region.BoundingBoxAsync())!;
                Assert.InRange(place.X + (place.Width / 2), picture.X, picture.X + picture.Width);
                Assert.InRange(place.Y + (place.Height / 2), picture.Y, picture.Y + picture.Height);
            }
        }
    }

    [Fact]
    public async Task Product_RegionsThatAreListed_AreContoursOfTheirParts()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");
        var card = shopper.Page.Locator("article.card", new() { Has = shopper.Page.Locator("svg.outline") }).First;
        await card.Locator("h3 a").ClickAsync();
        await shopper.ExpectAddressContainsAsync("/product/");

        var picture = shopper.Page.Locator("article.product > .picture");
        await Assertions.Expect(picture.Locator("svg.outline")).Not.ToHaveCountAsync(0);
        Assert.Equal(await picture.Locator(".region.outlined").CountAsync(), await picture.Locator("svg.outline").CountAsync());
        await LiesWhereItsButtonLiesAsync(picture);

        await shopper.Page.Locator(".share button.number").First.FocusAsync();

        await Assertions.Expect(picture.Locator(".region[data-lit] + svg.outline .rest")).ToHaveCSSAsync("opacity", "0.36");
    }

    /// <summary>The line is drawn by a path, the button placed by its rectangle: both must come to the same place of the picture.</summary>
    private static async Task LiesWhereItsButtonLiesAsync(ILocator picture)
    {
        foreach (var region in await picture.Locator(".region.outlined").AllAsync())
        {
            var button = (await region.BoundingBoxAsync())!;
            var line = (await region.Locator("xpath=following-sibling::*[1]").Locator(".light").BoundingBoxAsync())!;
            // Corners are rounded, and a button is never smaller than a finger needs.
            const float slack = 14;
            Assert.InRange(line.X, button.X - slack, button.X + slack);
            Assert.InRange(line.Y, button.Y - slack, button.Y + slack);
            Assert.InRange(line.Y + line.Height, button.Y + button.Height - (2 * slack), button.Y + button.Height + slack);
        }
    }

    private static Task<string> OpacityAsync(ILocator path) => path.EvaluateAsync<string>("path => getComputedStyle(path).opacity");

    private static Task<string> StrokeAsync(ILocator path) => path.EvaluateAsync<string>("path => getComputedStyle(path).stroke");
}
