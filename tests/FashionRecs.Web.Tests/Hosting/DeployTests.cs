using System.Net;
using FashionRecs.Web.Tests.Limits;

namespace FashionRecs.Web.Tests.Hosting;

/// <summary>The shop behind the proxies that <c>deploy/</c> sets up.</summary>
public class DeployTests
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("YARP")]
    public async Task Proxy_AsDeployed_VisitorsAreSafeAndCountedBehindIt(string kind)
    {
        await using var shop = new SmallLimitsShop(("AllowedHosts", DeployedProxy.Host), ("Https:Required", "true"),
            ("Proxy:Trusted:0", "127.0.0.1"), ("Limits:Pages:Address:Burst", "3"), ("Limits:Pages:Address:PerMinute", "1"));
        var address = shop.CreateClient().BaseAddress!;
        await using var proxy = await (kind == "nginx" ? DeployedProxy.NginxAsync(address) : DeployedProxy.YarpAsync(address));
        using var client = proxy.Client();

        // The first page of a shop that just began may be asked for in vain, while the proxy learns that it is there.
        var page = await client.GetAsync("/account/sign-in");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal(HttpStatusCode.Forbidden, (await ConnectAsync(client, "https://evil.example")).StatusCode);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, (await ConnectAsync(client, $"https://{DeployedProxy.Host}")).StatusCode);

        // What a visitor claims to be is not believed: all of it counts for one address.
        HttpStatusCode[] statuses = [.. await Task.WhenAll(Enumerable.Range(1, 4).Select(async number =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/style");
            request.Headers.Add("X-Forwarded-For", $"192.0.2.{number}");
            return (await client.SendAsync(request)).StatusCode;
        }))];
        Assert.Equal(2, statuses.Count(status => status == HttpStatusCode.TooManyRequests));

        if (kind == "nginx")
        {
            using var plain = proxy.Client(secure: false);
            var sent = await plain.GetAsync("/style?a=b");
            Assert.Equal((HttpStatusCode.PermanentRedirect, $"https://{DeployedProxy.Host}/style?a=b"),
                (sent.StatusCode, sent.Headers.Location!.OriginalString));
        }
    }

    private static async Task<HttpResponseMessage> ConnectAsync(HttpClient client, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor") { Version = HttpVersion.Version11 };
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        request.Headers.Add("Origin", origin);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
