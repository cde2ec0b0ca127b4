using System.Text.RegularExpressions;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class ReviewScreenTests(Browser browser, ReviewShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ReviewShop>
{
    [Fact]
    public async Task Correction_OtherValue_ShowsItsRegionAndChangesTheShop()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        var product = await ProductAsync(0);
        await reviewer.OpenReviewAsync($"/merchandising/review/{product}?attribute=neckline_design&state=all");
        await reviewer.FocusAsync("Neckline");

        await reviewer.Page.Keyboard.PressAsync("6");
        await SaidAsync(reviewer, "neckline_design");
        await reviewer.FocusAsync("Neckline");

        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Img, new() { Name = "Region of Square" })).ToBeVisibleAsync();
        var item = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).TryFind(product)!;
        var reading = item.Readings.Single(one => one.Attribute.Code == "neckline_design");
        Assert.Equal(("Square Neckline", TagSource.Reviewed), (reading.Top.Code, reading.Source));
        Assert.NotNull(reading.Region);
        Assert.NotEqual("Square Neckline", item.Predicted!.Attributes.Single(one => one.Attribute.Code == "neckline_design").Top.Code);
    }

    [Fact]
    public async Task TwoPeople_SameProduct_SecondIsToldAndNothingIsLost()
    {
        var (ada, bob) = (await VisitAsync(), await VisitAsync());
        var (adaName, bobName) = (await ada.SignInAsMerchandiserAsync(shop.Server), await bob.SignInAsMerchandiserAsync(shop.Server));
        var product = await ProductAsync(1);
        await ada.OpenReviewAsync($"/merchandising/review/{product}?state=all");
        await bob.OpenReviewAsync($"/merchandising/review/{product}?state=all");
        await Assertions.Expect(ada.Page.GetByText($"Also here: {bobName}")).ToBeVisibleAsync();
        await ada.FocusAsync("Sleeve");
        await bob.FocusAsync("Sleeve");

        await ada.Page.Keyboard.PressAsync("3");
        await Assertions.Expect(bob.Page.GetByText($"{adaName} has just reviewed this product too")).ToBeVisibleAsync();
        await bob.Page.Keyboard.PressAsync("4");
        await SaidAsync(bob, "sleeve_length");

        var book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        var sleeves = book.Of(product).Single(pair => pair.Key.Code == "sleeve_length").Value;
        Assert.Equal([(adaName, 2), (bobName, 3)], sleeves.Select(annotation => (annotation.Reviewer, annotation.Chosen)));
        Assert.Equal(ConsensusStatus.Conflict, ConsensusRule.Decide(sleeves).Status);
    }

    [Fact]
    public async Task Marks_YMN_AreKeptAsFashionAiHasThem()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        var product = await ProductAsync(2);
        await reviewer.OpenReviewAsync($"/merchandising/review/{product}?state=all");
        await reviewer.FocusAsync("Skirt");
        var marks = reviewer.Page.Locator("[data-attribute=skirt_length] .value-mark");

        await reviewer.Page.Keyboard.PressAsync("2");
        await SaidAsync(reviewer, "skirt_length");
        await reviewer.FocusAsync("Skirt");
        await Assertions.Expect(marks).ToHaveTextAsync(["n", "y", "n", "n", "n", "n"]);
        await reviewer.Page.Keyboard.PressAsync("ArrowDown");
        await reviewer.Page.Keyboard.PressAsync("m");

        await Assertions.Expect(marks).ToHaveTextAsync(["n", "y", "m", "n", "n", "n"]);
        await reviewer.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(marks).ToHaveTextAsync(["n", "y", "n", "n", "n", "n"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Attribute_LastOneClicked_IsAboveTheButtonsAndTakesEnter(bool phone)
    {
        var reviewer = await VisitAsync(phone: phone);
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        if (!phone)
        {
            await reviewer.Page.SetViewportSizeAsync(1360, 900);
        }

        await reviewer.OpenReviewAsync($"/merchandising/review/{await ProductAsync(3)}?state=all&q={await ProductAsync(3)}");
        await reviewer.Page.Locator(".attribute-head", new() { HasText = "Sleeve" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator(".attribute.focused")).ToHaveAttributeAsync("data-attribute", "sleeve_length");

        await reviewer.Page.WaitForFunctionAsync("""
            () => {
              const [values, bar, picture, header] = [".attribute.focused", ".review-bar", "[data-review-picture]", ".site-header"].map(part => document.querySelector(part).getBoundingClientRect());
              return values.top >= header.bottom && values.bottom <= bar.top + 1 && bar.bottom <= innerHeight + 1 && picture.top >= header.bottom - 1;
            }
            """);
        if (!phone)
        {
            // The list of shortcuts moves nothing, and keys go on saying what they say.
            var before = await reviewer.Page.EvaluateAsync<double>("scrollY");
            await reviewer.Page.Keyboard.PressAsync("?");
            await Assertions.Expect(reviewer.Page.Locator("[data-shortcuts]")).ToBeVisibleAsync();
            Assert.Equal(before, await reviewer.Page.EvaluateAsync<double>("scrollY"));
            await reviewer.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(reviewer.Page.Locator("[data-shortcuts]")).ToBeHiddenAsync();
        }

        await reviewer.Page.Keyboard.PressAsync("Enter");
        await SaidAsync(reviewer, "sleeve_length");

        // Review in the menu takes the filter away.
        await Assertions.Expect(reviewer.Page.GetByText("Review · 1 of 1", new() { Exact = true })).ToBeVisibleAsync();
        await reviewer.Page.Locator(".desk-nav").GetByRole(AriaRole.Link, new() { Name = "Review", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.Page.GetByText(new Regex("^Review · 1 of [0-9]{3}$"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Shortcut_Changed_IsUsedAndRemembered()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await reviewer.OpenReviewAsync("/merchandising/review?state=all&order=name");
        var first = await reviewer.ProductAsync();
        await reviewer.Page.Keyboard.PressAsync("?");
        await PressNewKeyAsync(reviewer, "u");
        await Assertions.Expect(reviewer.Page.GetByText("The key 'u' is taken")).ToBeVisibleAsync();
        await PressNewKeyAsync(reviewer, "q");
        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Row, new() { Name = "q Skip this product for now" })).ToBeVisibleAsync();

        await reviewer.OpenReviewAsync("/merchandising/review?state=all&order=name");

        Assert.NotEqual(first, await reviewer.PressOnAsync("q", first));
    }

    private static async Task PressNewKeyAsync(Visitor reviewer, string key)
    {
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Change the key: Skip this product for now" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.GetByLabel("Press the new key: Skip this product for now")).ToBeFocusedAsync();
        await reviewer.Page.Keyboard.PressAsync(key);
    }

    /// <summary>One of the products that show a neckline.</summary>
    private async Task<string> ProductAsync(int number) =>
        (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items
            .Where(item => !item.Readings.Single(reading => reading.Attribute.Code == "neckline_design").Top.IsInvisible)
                .ElementAt(number).Product.Id;

    private static Task SaidAsync(Visitor visitor, string attribute) =>
        Assertions.Expect(visitor.Page.Locator($"[data-attribute={attribute}] .attribute-source")).ToHaveTextAsync("reviewed by you");
}
