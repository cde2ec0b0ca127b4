using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
    [InlineData("/js/outbox.js")]
    [InlineData("/MudBlazor.min.css")]
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

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Page_Themes_AreCompressedForWhoeverTakesThemSo(string accepted, string? encoding)
    {
        var client = shop.CreateClient();
        var address = Regex.Match(await client.GetStringAsync("/error"), "theme/[0-9a-f]{16}\\.css").Value;
        var plain = await client.GetByteArrayAsync(address);

        using var answer = await AskAsync(client, address, accepted);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream unpacked =
            encoding switch { "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var read = new MemoryStream();
        await unpacked.CopyToAsync(read);
        Assert.Equal(plain, read.ToArray());
    }

    [Fact]
    public async Task Page_StyleSheetsAndScripts_ComeCompressedFromAddressesThatNameTheirContent()
    {
        var client = shop.CreateClient();
        var markup = await client.GetStringAsync("/error");
        string[] addresses =
            [.. Regex.Matches(markup, "(?:href|src)=\"([^\"]+\\.(?:css|js))\"").Select(match => match.Groups[1].Value),
            Imported(markup)["/js/outbox.js"]];

        Assert.Contains(addresses, address => address.StartsWith("MudBlazor.min.", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            using var answer = await AskAsync(client, address, "gzip");
            Assert.Matches(@"\.[0-9a-z]{10}\.(css|js)$|theme/[0-9a-f]{16}\.css$", address);
            Assert.Equal((HttpStatusCode.OK, "gzip"), (answer.StatusCode, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
        }
    }

    [Fact]
    public async Task Page_ImportMap_IsTheOnlyScriptInThePageAndNamedByThePolicy()
    {
        using var answer = await shop.CreateClient().GetAsync("/error");

        var inline =
            Regex.Matches(await answer.Content.ReadAsStringAsync(), "<script(?![^>]*src=)[^>]*>(.*?)</script>", RegexOptions.Singleline);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Assert.Single(inline).Groups[1].Value)));
        Assert.Contains($"script-src 'self' 'sha256-{hash}';", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Page_Unknown_IsNotFoundAndSaysSo()
    {
        var answer = await shop.CreateClient().GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync());
    }

    private static Dictionary<string, string> Imported(string markup) =>
        JsonDocument.Parse(Regex.Match(markup, "<script type=\"importmap\">(.*?)</script>").Groups[1].Value).RootElement.GetProperty(
            "imports").Deserialize<Dictionary<string, string>>()!;

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return client.SendAsync(request);
    }
}
