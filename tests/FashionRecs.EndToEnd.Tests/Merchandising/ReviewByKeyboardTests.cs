using FashionRecs.Application.Review;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class ReviewByKeyboardTests(Browser browser, ReviewShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ReviewShop>
{
    /// <summary>
    /// At most from a key to the next picture, in milliseconds, for 95 of 100 keys: single ones wait for whatever else a machine does.
    /// </summary>
    private const double Promise = 300;

    [Fact]
    public async Task Review_TwoHundredProductsByKeysAlone_AllAreKeptAndFast()
    {
        var reviewer = await VisitAsync();
        var name = await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await reviewer.OpenReviewAsync("/merchandising/review");

        var seen = new List<string> { await reviewer.ProductAsync() };
        for (var number = 0; number < 200; number++)
        {
            if (number % 10 == 3)
            {
                // Another value for the attribute in focus, then the rest as shown.
                await reviewer.Page.Keyboard.PressAsync("2");
            }

            seen.Add(await reviewer.PressOnAsync("a", seen[^1]));
        }

        Assert.Equal(201, seen.Distinct().Count());
        var book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        Assert.All(seen.Take(200), product => Assert.All(book.Of(product), log => Assert.Equal(name, Assert.Single(log.Value).Reviewer)));
        Assert.All(seen.Take(200), product => Assert.Equal(8, book.Of(product).Count));

        var times = await TimesAsync(reviewer, "reviewTimes", "key to next picture");
        await TimesAsync(reviewer, "reviewWords", "key to its words");
        Assert.True(times.Length >= 190, $"{times.Length} of 200 were measured");
        Assert.True(Late(times) <= Promise,
            $"the 95th percentile is {Late(times):0} ms; all: {string.Join(' ', times.Select(time => $"{time:0}"))}");

        // Undo reaches back through the session, redo comes forward again.
        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Undo everything") })).ToBeEnabledAsync();
        Assert.Equal(seen[199], await reviewer.PressOnAsync("z", seen[200]));
        Assert.Equal(seen[198], await reviewer.PressOnAsync("z", seen[199]));
        await reviewer.Page.Keyboard.PressAsync("Z");
        await Assertions.Expect(reviewer.Page.GetByText("Done again: everything on")).ToBeVisibleAsync();
        book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        Assert.Empty(book.Of(seen[199]));
        Assert.Equal(8, book.Of(seen[198]).Count);

        // What was reviewed is summed up, for everybody to read.
        await reviewer.OpenAsync("/merchandising");
        await Assertions.Expect(reviewer.Page.Locator("[data-reviewed]")).ToHaveAttributeAsync("data-reviewed", $"{199 * 8}");
        await reviewer.ShowAsync("merchandising-overview-reviewed");
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "Trouser length" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Trouser length: values and confusions" }))
            .ToBeVisibleAsync();
        await reviewer.CheckAsync();
    }

    private static double Late(double[] sorted) => sorted[sorted.Length * 95 / 100];

    private static async Task<double[]> TimesAsync(Visitor reviewer, string name, string title)
    {
        var times = (await reviewer.Page.EvaluateAsync<double[]>($"window.fashionRecs.{name}")).Order().ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{title}: n {times.Length}, median {times[times.Length / 2]:0} ms, 95th percentile {Late(times):0} ms, all: "
                + $"{string.Join(' ', times.Select(time => $"{time:0}"))}");
        return times;
    }
}
