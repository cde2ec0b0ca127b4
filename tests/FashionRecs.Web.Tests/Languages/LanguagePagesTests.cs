using System.Net.Http.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FashionRecs.Web.Tests.Api;

namespace FashionRecs.Web.Tests.Languages;

/// <summary>Reads each shoppers' page in each language and looks for English that was left.</summary>
public partial class LanguagePagesTests(ApiShop shop) : IClassFixture<ApiShop>
{
    private static readonly string[] Pages =
    [
        "/", "/catalog", "/catalog?q=without+sleeves", "/catalog?q=qwertz&colour=Black", "/product/p30", "/product/p30?whynot=1",
        "/product/p30?but=neckline_design:Round%20Neckline", "/product/gone", "/style", "/saved", "/bag", "/bag/list", "/quiz",
        "/quiz?run=0123456789abcdef0123456789abcdef", "/how-we-choose", "/search/photograph", "/account", "/account/sign-in",
        "/account/sign-up", "/account/forgotten", "/account/new-password?link=x", "/account/second-step", "/account/deleted", "/privacy",
        "/error", "/no/such/page", "/status/429", "/status/400", "/status/500",
    ];

    /// <summary>Names, and words that are no language's own.</summary>
    private static readonly string[] Names =
        ["FashionRecs", "English", "Deutsch", "JPEG", "PNG", "WebP", "HEIC", "AVIF", "MB", "JSON", "PIN", "Cookie", "dotnet"];

    private static readonly string[] Spoken = ["aria-label", "title", "placeholder", "alt", "data-list", "data-says", "data-looking"];

    public static TheoryData<string, string> LanguagesAndPages
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var language in new[] { "de", "zh" })
            {
                foreach (var page in Pages)
                {
                    all.Add(language, page);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(LanguagesAndPages))]
    public async Task Page_InALanguage_HoldsNoEnglish(string language, string path)
    {
        var client = shop.CreateClient();
        foreach (var product in new[] { "p30", "p31", "p32" })
        {
            await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product });
        }

        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "hide", product = "p1" });
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "bag", product = "p33" });
        await client.GetAsync($"/?lang={language}");
        var page = new HtmlParser().ParseDocument(await (await client.GetAsync(path)).Content.ReadAsStringAsync());

        if (path.Contains("q=", StringComparison.Ordinal))
        {
            page.QuerySelector("title")!.Remove(); // Says what was asked for.
        }

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal([], Read(page).Where(words => language == "zh" ? IsForeign(words) : English().IsMatch(words)).Distinct());
    }

    [Theory]
    [InlineData("Like this", true)]
    [InlineData("Product 3", true)]
    [InlineData("喜欢 Product 3", false)]
    [InlineData("FashionRecs", false)]
    public void Foreign_AreWordsWithoutASignOfTheLanguage(string words, bool foreign) => Assert.Equal(foreign, IsForeign(words));

    /// <summary>Texts, and attributes that people read; not what is a retailer's, a shopper's, or in another language on purpose.</summary>
    private static IEnumerable<string> Read(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll(
            "script, style, code, [dir=auto]:not(input):not(h1), bdi, .languages, .card-title, .quiz-name"))
        {
            element.Remove();
        }

        var names = page.QuerySelectorAll("h1[dir=auto]").Select(heading => heading.TextContent).ToArray();
        return page.Descendants<IText>().Select(text => text.Text)
            .Concat(page.All.SelectMany(element => Spoken
                .Select(element.GetAttribute)).OfType<string>())
            .Select(words => words.Trim()).Where(words => words.Length > 0 && !names.Contains(words) && !Product().IsMatch(words));
    }

    private static bool IsForeign(string words)
    {
        var left = Names.Aggregate(words, (all, name) => all.Replace(name, "", StringComparison.Ordinal));
        return Latin().IsMatch(left) && !Chinese().IsMatch(left);
    }

    [GeneratedRegex(@"\b(the|you|your|and|with|this|that|is|of|we|from|not|sure|likes?|show|sleeves?|neckline)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    /// <summary>A product's own name, also in the title of its page.</summary>
    [GeneratedRegex(@"^(Product p\d+|“?\S+”?)( – FashionRecs)$|^Product p\d+$")]
    private static partial Regex Product();
}
