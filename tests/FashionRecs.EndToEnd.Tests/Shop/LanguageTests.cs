using FashionRecs.Application.Shop;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

/// <summary>The shop in other languages, for everybody: readers of screens, of large letters, of colours of their own.</summary>
public class LanguageTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    /// <summary>Half of 1280 pixels: what is left at 200 % zoom.</summary>
    private const int Zoomed = 640;

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("zh")]
    public async Task Pages_InALanguage_BreakNoRuleAndFitLargeLetters(string language)
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 2);
        await shopper.Page.GotoAsync($"/?lang={language}");
        var product = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items[0].Product.Id;
        string[] circuits = ["/", "/catalog", $"/product/{product}", "/style", "/saved", "/quiz", "/how-we-choose", "/search/photograph"];
        string[] plain = ["/privacy", "/account", "/account/sign-in", "/account/sign-up", "/no-such-page"];
        foreach (var path in circuits.Concat(plain))
        {
            await shopper.Page.SetViewportSizeAsync(1280, 900);
            await (plain.Contains(path) ? shopper.Page.GotoAsync(path) : shopper.OpenAsync(path));
            await shopper.CheckAsync();
            await shopper.Page.SetViewportSizeAsync(Zoomed, 450);

            Assert.True(await shopper.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"),
                $"{path} in {language} is wider than the window.");
        }
    }

    [Fact]
    public async Task Language_OfTheFoot_IsThatOfThePageAndOfWhatIsDoneOnIt()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog");

        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Deutsch" }).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await shopper.ReadyAsync();
        await shopper.Page.Locator("[data-click=like]").First.ClickAsync();

        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("gefällt dir.");
        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Mein Stil" }).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("Was wir über deinen Geschmack glauben");
    }

    [Fact]
    public async Task FirstTab_OfEachPage_ReachesTheLinkToTheContent()
    {
        var shopper = await VisitAsync();
        foreach (var path in new[] { "/", "/catalog", "/style", "/account" })
        {
            await shopper.Page.GotoAsync(path);
            await Assertions.Expect(shopper.Page.Locator("main h1")).ToBeVisibleAsync();
            if (path != "/account")
            {
                await shopper.ReadyAsync();
            }

            await shopper.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(shopper.Page.Locator(".skip-link")).ToBeFocusedAsync();
            await Assertions.Expect(shopper.Page.Locator(".skip-link")).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task ForcedColours_OfAProduct_KeepButtonsAndOutlinesVisible()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 2);
        await shopper.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var product = await shopper.Page.Locator("[data-shown-alone]").GetAttributeAsync("data-shown-alone");
        await shopper.OpenAsync($"/product/{product}");

        var hidden = await shopper.Page.Locator(".button:visible").EvaluateAllAsync<string[]>("""
            buttons => buttons.filter(button => { const style = getComputedStyle(button);
              return style.color === style.backgroundColor
                || (style.borderTopWidth === '0px' && style.outlineStyle === 'none' && style.textDecorationLine === 'none'); })
              .map(button => button.outerHTML)
            """);
        Assert.Equal([], hidden);
        var bars = await shopper.Page.Locator(".bar i").EvaluateAllAsync<string[]>(
            "bars => bars.filter(bar => getComputedStyle(bar).backgroundColor === getComputedStyle(document.body).backgroundColor)"
                + ".map(bar => bar.outerHTML)");
        Assert.Equal([], bars);
        await shopper.Page.Locator(".region").First.FocusAsync();
        Assert.NotEqual("0px", await shopper.Page.Locator(".region[data-lit] .frame, .region:focus-visible .frame").First
            .EvaluateAsync<string>("frame => getComputedStyle(frame).outlineWidth"));
    }
}
