using System.Net;
using System.Text.RegularExpressions;

namespace FashionRecs.Web.Tests.Layout;

public class PageHeadersTests(EmptyShop shop) : IClassFixture<EmptyShop>
{
    [Fact]
    public async Task Page_Headers_ForbidOtherHosts()
    {
        var answer = await shop.CreateClient().GetAsync("/not-found");

        var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy);
        Assert.DoesNotContain("http", policy);
        Assert.DoesNotContain("'unsafe-eval'", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Page_Markup_NamesNoOtherHost()
    {
        var markup = await shop.CreateClient().GetStringAsync("/error");

        Assert.DoesNotContain("https://", markup);
        Assert.DoesNotContain("src=\"http", markup);
    }

    [Theory]
    [InlineData("/css/base.css")]
    [InlineData("/js/theme.js")]
    [InlineData("/icons/favicon.svg")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    public async Task Asset_OutsideTheProject_IsServed(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await shop.CreateClient().GetAsync(path)).StatusCode);

    [Fact]
    public async Task Page_Themes_AreAStyleSheetThatIsKeptForEver()
    {
        var client = shop.CreateClient();
        var address = Regex.Match(await client.GetStringAsync("/error"), "theme/[0-9a-f]{16}\\.css").Value;

        var answer = await client.GetAsync(address);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(":root[data-theme=light]{", text);
        Assert.Contains(":root[data-theme=dark]{", text);
        Assert.Contains("--mud-palette-primary: rgba(179,64,42,1)", text);
        Assert.DoesNotContain("<", text);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("theme/0123456789abcdef.css")).StatusCode);
    }

    [Fact]
    public async Task Page_Unknown_IsNotFoundAndSaysSo()
    {
        var answer = await shop.CreateClient().GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync());
    }
}
