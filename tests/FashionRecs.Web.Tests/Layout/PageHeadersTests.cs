using System.Net;

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
    public async Task Page_Unknown_IsNotFoundAndSaysSo()
    {
        var answer = await shop.CreateClient().GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync());
    }
}
