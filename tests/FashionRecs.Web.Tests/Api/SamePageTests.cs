using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Api;

/// <summary>Page and API cannot differ: the same products in the same order, the same scores and the same words.</summary>
public partial class SamePageTests(ApiShop shop) : IClassFixture<ApiShop>
{
    /// <summary>Products of the start page's first row.</summary>
    private const int FirstRow = 8;

    private const int Shoppers = 200;

    [Fact]
    public async Task PageAndApi_TwoHundredShoppers_ShowTheSame()
    {
        Guid[] shoppers = [.. Enumerable.Range(0, Shoppers)
            .Select(number => new Guid(number + 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, (byte)number]))];
        foreach (var (number, shopper) in shoppers.Index())
        {
            var alike = number % 3 == 0 ? ["p30", "p31", "p32"] : Array.Empty<string>();
            await shop.LikesAsync(shopper.ToString(), Enumerable.Range(0,
                number % 6).Select(step => $"p{((number * 7) + (step * 3)) % ApiShop.Different}").Concat(alike).Distinct());
        }

        var said = 0;
        foreach (var (number, shopper) in shoppers.Index())
        {
            var browser = Browser(shopper);
            var (page, answer) = await AtOneMomentAsync(browser, $"/api/v1/recommendations?shopper={shopper}");
            var products = answer.GetProperty("products").EnumerateArray().ToArray();
            var cards = Card().Matches(page);
            Assert.Equal(cards.Take(FirstRow).Select(card => card.Groups["id"].Value),
                products.Take(FirstRow).Select(RecommendationsTests.Id));
            foreach (var (card, product) in cards.Take(FirstRow).Zip(products))
            {
                said += Compare(card, product);
            }

            await CompareProductPageAsync(browser, shopper, RecommendationsTests.Id(products[number % products.Length]));
        }

        Assert.True(said > Shoppers, $"Only {said} cards said why.");
    }

    /// <summary>
    /// The start page and the answer of one moment: what others chose is counted in the background, and may change between two requests.
    /// </summary>
    private async Task<(string Page, JsonElement Answer)> AtOneMomentAsync(HttpClient browser, string path)
    {
        for (var tries = 0; ; tries++)
        {
            var before = await shop.Api().GetStringAsync(path);
            var page = await browser.GetStringAsync("/");
            if (await shop.Api().GetStringAsync(path) == before || tries == 20)
            {
                return (page, JsonDocument.Parse(before).RootElement);
            }
        }
    }

    private static int Compare(Match card, JsonElement product)
    {
        var sentence = product.GetProperty("why").GetProperty("sentence").GetString();
        var words = Plain(card.Groups["why"].Value);
        if (sentence is null)
        {
            Assert.DoesNotContain("because of its", words);
            return 0;
        }

        Assert.StartsWith(sentence, words);
        return 1;
    }

    private async Task CompareProductPageAsync(HttpClient browser, Guid shopper, string product)
    {
        var page = await browser.GetStringAsync($"/product/{product}");
        var answer = await shop.Api().GetAsync($"/api/v1/explanations/{product}?shopper={shopper}").ReadAsync();
        var why = answer.GetProperty("why");

        RecommendationsTests.AddsUp(why);
        Assert.Equal(why.GetProperty("sentence").GetString(), Plain(Sentence().Match(page).Groups[1].Value));
        if (Score().Match(page) is { Success: true } score)
        {
            Assert.Equal(why.GetProperty("score").GetDecimal(),
                Math.Round(decimal.Parse(score.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture), 2));
            Assert.Contains($"number {answer.GetProperty("place").GetInt32()} of {answer.GetProperty("outOf").GetInt32()} for you", page);
        }
        else
        {
            Assert.Empty(why.GetProperty("contributions").EnumerateArray());
        }
    }

    /// <summary>The browser of a shopper whose number is known.</summary>
    private HttpClient Browser(Guid shopper)
    {
        var protector = shop.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("FashionRecs.Shopper.v1");
        var client = shop.CreateClient(new() { HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", $"{ShopperCookie.Name}={protector.Protect(shopper.ToString("N"))}");
        return client;
    }

    private static string Plain(string html) =>
        WebUtility.HtmlDecode(Space().Replace(Tag().Replace(Button().Replace(html, ""), ""), " ")).Trim();

    [GeneratedRegex("data-product-card=\"(?<id>[^\"]+)\".*?<p class=\"card-why\">(?<why>.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex("data-sentence[^>]*>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex("data-score=\"([^\"]+)\"")]
    private static partial Regex Score();

    [GeneratedRegex("<button[^>]*data-click.*?</button>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
