using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FashionRecs.Application.Keys;
using FashionRecs.Web.Hosting;
using FashionRecs.Web.Tests.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Tests.Hosting;

public class ProxyTests
{
    [Fact]
    public async Task Proxy_Trusted_CookiesAreSecureAndBoundToTheHost()
    {
        await using var shop = new SmallLimitsShop(("Proxy:Trusted:0", "127.0.0.1"), ("Https:Required", "true"), ("AllowedHosts", "*"));

        var answer = await AskAsync(shop, "/account/sign-in", ("X-Forwarded-Proto", "https"));

        var cookies = answer.Headers.GetValues("Set-Cookie").ToArray();
        Assert.Equal(2, cookies.Length);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-fashionrecs-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie);
            Assert.Contains("httponly", cookie);
            Assert.Contains("path=/", cookie);
        });
        Assert.Contains("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task Https_Required_PlainRequestIsSentOn()
    {
        await using var shop = new SmallLimitsShop(("Https:Required", "true"), ("Https:Port", "8443"));

        var answer = await AskAsync(shop, "/style");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal("https://shop.localhost:8443/style", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Proxy_NotTrusted_IsNotBelieved()
    {
        await using var shop = new SmallLimitsShop(("Limits:Pages:Address:Burst", "2"), ("Limits:Pages:Address:PerMinute", "1"));

        HttpStatusCode[] statuses =
            [.. await Task.WhenAll(Enumerable.Range(1, 4)
            .Select(async number => (await AskAsync(shop, "/style", ("X-Forwarded-For", $"192.0.2.{number}"))).StatusCode))];

        Assert.Equal(2, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Proxy_Trusted_LimitsCountTheVisitorsBehindIt()
    {
        await using var shop =
            new SmallLimitsShop(("Proxy:Trusted:0", "127.0.0.0/8"), ("Limits:Pages:Address:Burst", "2"),
            ("Limits:Pages:Address:PerMinute", "1"));

        HttpStatusCode[] statuses =
            [.. await Task.WhenAll(Enumerable.Range(1, 4)
            .Select(async number => (await AskAsync(shop, "/style", ("X-Forwarded-For", $"192.0.2.{number}"))).StatusCode))];

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task Host_OfSomebodyElse_IsRefused()
    {
        await using var shop = new SmallLimitsShop();

        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(shop, "/administration", host: "evil.example")).StatusCode);
    }

    [Fact]
    public void Proxy_NoAddress_IsRefused()
    {
        var builder = WebApplication.CreateBuilder(["--Proxy:Trusted:0", "everybody"]);
        builder.AddHosting();
        using var app = (IDisposable)builder.Build();

        var error = Record.Exception(() => ((WebApplication)app).Services.GetRequiredService<ProxyOptions>());

        Assert.Contains("Proxy:Trusted", Assert.IsType<OptionsValidationException>(error).Message);
    }

    [Fact]
    public async Task Keys_WithACertificate_AreEncryptedAndNobodyElseCanReadThem()
    {
        var folder = Directory.CreateTempSubdirectory("fashionrecs-keys-").FullName;
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=FashionRecs", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate =
            request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        var path = Path.Combine(folder, "keys.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, "a password"),
            TestContext.Current.CancellationToken);
        await using var shop = new SmallLimitsShop(("Keys:Certificate", path), ("Keys:Password", "a password"));

        await shop.CreateClient().GetAsync("/");

        var keys = await shop.Services.GetRequiredService<IKeyStore>().AllAsync();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.DoesNotContain("<masterKey", key));
        Assert.All(keys, key => Assert.Contains("EncryptedData", key));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Files_OfTheShop_AreItsOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps rights in another form.");
            return;
        }

        await using var shop = new SmallLimitsShop();
        await shop.CreateClient().GetAsync("/");

        const UnixFileMode others =
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        foreach (var path in Directory.GetFiles(shop.Folder, "shop.db*").Concat(Directory.GetDirectories(shop.Folder)))
        {
            Assert.Equal((path, UnixFileMode.None), (path, File.GetUnixFileMode(path) & others));
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(SmallLimitsShop shop, string path, (string Name, string Value)? header = null,
        string host = "shop.localhost")
    {
        using var client =
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress =
            shop.CreateClient().BaseAddress };
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        // HSTS leaves localhost itself out.
        request.Headers.Host = host;
        if (header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request);
    }
}
