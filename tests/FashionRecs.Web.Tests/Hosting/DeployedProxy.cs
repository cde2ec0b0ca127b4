using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FashionRecs.Web.Tests.Hosting;

/// <summary>A proxy as <c>deploy/</c> sets it up, for shop.example, on free ports of loopback and with a certificate of its own.</summary>
internal sealed class DeployedProxy : IAsyncDisposable
{
    public const string Host = "shop.example";

    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-proxy-").FullName;
    private readonly Process process;

    private DeployedProxy(Func<DeployedProxy, ProcessStartInfo> start)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        File.WriteAllText(In("fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(In("privkey.pem"), key.ExportPkcs8PrivateKeyPem());
        process = Process.Start(start(this))!;
    }

    /// <summary>Where it speaks HTTPS.</summary>
    public int Secure { get; } = FreePort();

    /// <summary>Where it speaks plain HTTP, if it does.</summary>
    public int Plain { get; } = FreePort();

    /// <summary>nginx with <c>deploy/nginx.conf</c>; skips the test where there is no nginx.</summary>
    public static Task<DeployedProxy> NginxAsync(Uri shop)
    {
        var program = new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no nginx on this machine.");
        return StartAsync(proxy =>
        {
            var file = File.ReadAllText(Path.Combine(Root(), "deploy", "nginx.conf"))
                .Replace("server 127.0.0.1:5000", $"server 127.0.0.1:{shop.Port}", StringComparison.Ordinal)
                .Replace("listen 80;", $"listen 127.0.0.1:{proxy.Plain};", StringComparison.Ordinal)
                .Replace("listen 443 ", $"listen 127.0.0.1:{proxy.Secure} ", StringComparison.Ordinal)
                .Replace("/etc/ssl/shop.example/", proxy.folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            // This machine may have no IPv6.
            file = string.Join('\n', file.Split('\n').Where(line => !line.Contains("listen [::]", StringComparison.Ordinal)));
            File.WriteAllText(proxy.In("nginx.conf"),
                $$"""
                daemon off; master_process off; pid {{proxy.In("nginx.pid")}};
                events {}
                http {
                access_log off;
                client_body_temp_path {{proxy.In("body")}}; proxy_temp_path {{proxy.In("proxy")}}; fastcgi_temp_path {{proxy.In("fastcgi")}};
                uwsgi_temp_path {{proxy.In("uwsgi")}}; scgi_temp_path {{proxy.In("scgi")}};
                {{file}}
                }
                """);
            return new ProcessStartInfo(program!, ["-c", proxy.In("nginx.conf"), "-p", proxy.folder, "-e", proxy.In("error.log")]);
        });
    }

    /// <summary>The front with <c>deploy/yarp.json</c> as its settings.</summary>
    public static Task<DeployedProxy> YarpAsync(Uri shop) => StartAsync(proxy =>
    {
        var file = File.ReadAllText(Path.Combine(Root(), "deploy", "yarp.json"));
        foreach (var number in new[] { 11, 12, 13 })
        {
            file = file.Replace($"http://10.0.0.{number}:5000/", $"http://127.0.0.1:{shop.Port}/", StringComparison.Ordinal);
        }

        File.WriteAllText(proxy.In("appsettings.json"), file);
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Root(), "src", "FashionRecs.Front", "bin", configuration, "net10.0", "FashionRecs.Front.dll");
        return new ProcessStartInfo("dotnet",
        [
            program, "--contentRoot", proxy.folder, "--urls", $"https://127.0.0.1:{proxy.Secure}",
            "--Kestrel:Certificates:Default:Path", proxy.In("fullchain.pem"),
            "--Kestrel:Certificates:Default:KeyPath", proxy.In("privkey.pem"),
        ]) { RedirectStandardOutput = true };
    });

    /// <summary>A visitor who follows no redirects and takes the certificate as it is.</summary>
    /// <param name="secure">Whether over HTTPS.</param>
    public HttpClient Client(bool secure = true) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false,
        SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, secure ? Secure : Plain), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri($"{(secure ? "https" : "http")}://{Host}"),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<DeployedProxy> StartAsync(Func<DeployedProxy, ProcessStartInfo> start)
    {
        var proxy = new DeployedProxy(start);
        for (var look = 0; look < 600; look++)
        {
            Assert.False(proxy.process.HasExited,
                File.Exists(proxy.In("error.log")) ? await File.ReadAllTextAsync(proxy.In("error.log")) : "The proxy ended.");
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, proxy.Secure);
                return proxy;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        await proxy.DisposeAsync();
        throw new TimeoutException("The proxy does not listen.");
    }

    private string In(string name) => Path.Combine(folder, name);

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "FashionRecs.slnx")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests do not run from a checkout.");
        }

        return root.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
