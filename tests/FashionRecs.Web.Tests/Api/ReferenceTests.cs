using System.Net;
using System.Text.RegularExpressions;

namespace FashionRecs.Web.Tests.Api;

public partial class ReferenceTests(ApiShop shop) : IClassFixture<ApiShop>
{
    [Fact]
    public async Task Page_OfTheDescription_LoadsItsScriptsFromTheShopAndRunsNoOthers()
    {
        var client = shop.CreateClient();
        var answer = await client.GetAsync("/docs/api/v1");
        var html = await answer.Content.ReadAsStringAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonce().Match(policy).Groups[1].Value;

        Assert.NotEmpty(Script().Matches(html));
        Assert.All(Script().Matches(html), script => Assert.Contains($"nonce=\"{nonce}\"", WebUtility.HtmlDecode(script.Value)));
        Assert.DoesNotContain("://", string.Concat(Source().Matches(html).Select(source => source.Value)));
        Assert.DoesNotContain("unsafe-inline' ", policy[..policy.IndexOf("style-src", StringComparison.Ordinal)]);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        foreach (Match source in Source().Matches(html))
        {
            var script = await client.GetAsync(new Uri(new Uri(client.BaseAddress!, "/docs/api/"), source.Groups[1].Value));
            Assert.True(script.IsSuccessStatusCode, source.Value);
        }

        Assert.NotEqual(nonce, Nonce().Match((await client.GetAsync("/docs/api/v1")).Headers.GetValues("Content-Security-Policy").Single())
            .Groups[1].Value);
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Source();
}
