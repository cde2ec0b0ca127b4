using System.Net;
using FashionRecs.Benchmarks.Load;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace FashionRecs.Benchmarks.Fuzz;

/// <summary>The shop with the drawn catalog in this process, on a real port of loopback, without limits.</summary>
internal sealed class FuzzShop : WebApplicationFactory<FashionRecs.Web.Layout.App>
{
    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-fuzz-").FullName;

    public FuzzShop()
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>A client that follows no redirects.</summary>
    /// <param name="cookies">Whether it keeps cookies.</param>
    public HttpClient Client(bool cookies) =>
        new(Loopback.From(IPAddress.Loopback, cookies)) { BaseAddress = CreateClient().BaseAddress, Timeout = TimeSpan.FromMinutes(2) };

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSolutionRelativeContentRoot("src/FashionRecs.Web", "FashionRecs.slnx") // from whatever folder it is started
        .UseSetting("Storage:DatabasePath", Path.Combine(folder, "shop.db")).UseSetting("Limits:Enabled", "false")
        .ConfigureLogging(logging => logging.ClearProviders());

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
