using System.Net.Http.Json;
using FashionRecs.Web.Tests.Api;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FashionRecs.Web.Tests.Languages;

public class LanguageChoiceTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de")]
    [InlineData("fr-FR, fr;q=0.9, zh-CN;q=0.4", "zh")]
    [InlineData("fr", "en")]
    [InlineData("de;q=0, en", "en")]
    [InlineData(";;;q=,,=", "en")]
    [InlineData("", "en")]
    public async Task Page_ByTheBrowsersWish_IsInTheFirstLanguageThereIs(string wish, string language)
    {
        var client = shop.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", wish);

        var answer = await client.GetAsync("/how-we-choose");

        Assert.Contains($"<html lang=\"{language}\"", await answer.Content.ReadAsStringAsync());
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [],
            cookie => cookie.StartsWith("fashionrecs-language", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Language_OnceChosen_IsKeptAgainstTheBrowsersWish()
    {
        var client = shop.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");

        var chosen = await client.GetAsync("/privacy?lang=de");

        Assert.Contains("<html lang=\"de\"", await chosen.Content.ReadAsStringAsync());
        Assert.Contains(chosen.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("fashionrecs-language=de; max-age=31536000",
            StringComparison.Ordinal));
        Assert.Contains("<html lang=\"de\"", await client.GetStringAsync("/account/sign-in"));
        Assert.Contains("<html lang=\"zh\"", await client.GetStringAsync("/?lang=zh"));
        Assert.Contains("<html lang=\"zh\"", await client.GetStringAsync("/?lang=klingon"));
    }

    [Fact]
    public async Task Suggestions_InTheChosenLanguage_ComeFirst()
    {
        var client = shop.CreateClient();
        await client.GetAsync("/?lang=de");

        Assert.Contains("kleid", (await client.GetStringAsync("/catalog/suggestions?q=kle")).ToLowerInvariant());
    }

    [Fact]
    public async Task Product_InEachLanguage_IsAPageOfItsOwnToSearchEngines()
    {
        var client = shop.CreateClient();

        var page = await client.GetStringAsync("/product/p30?lang=de");

        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost/product/p30?lang=de\"", page);
        Assert.Contains("hreflang=\"zh\" href=\"http://localhost/product/p30?lang=zh\"", page);
        Assert.Contains("hreflang=\"x-default\" href=\"http://localhost/product/p30\"", page);
        Assert.DoesNotContain("rel=\"alternate\"", await client.GetStringAsync("/saved"));
        Assert.Contains("Allow: /catalog?lang=", await client.GetStringAsync("/robots.txt"));
    }

    [Fact]
    public async Task Refusals_OfForms_AreInTheLanguageOfThePage()
    {
        var client = shop.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await client.GetAsync("/?lang=de");

        Assert.Contains("Dieser Link gilt nicht mehr",
            System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/account/new-password?link=nonsense")));
        var missing = await client.GetAsync("/no/such/page");
        Assert.Contains("Hier ist nichts", await missing.Content.ReadAsStringAsync());
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "p30" });
        Assert.Contains("Auf diesem Gerät hat jemand ein Produkt mit „Gefällt mir“ markiert",
            System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/account/sign-in")));
    }
}
