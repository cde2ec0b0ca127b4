using FashionRecs.Application.Outbound;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Administration;

/// <summary>A shop that may ask another server of this machine, which takes messages and has no list.</summary>
public sealed class ConnectedServer : IAsyncLifetime
{
    private readonly WebApplication other;
    private ShopServer? shop;

    public ConnectedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        other = builder.Build();
        other.MapPost("/told", () => Results.Ok());
    }

    /// <summary>Where the other server answers.</summary>
    public string Other => other.Urls.First();

    /// <summary>The shop.</summary>
    public ShopServer Server => shop!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await other.StartAsync();
        shop = new ShopServer(services => services.AddSingleton(new OutboundOptions { InsideHosts = [new Uri(Other).Authority] }));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await other.StopAsync();
        await other.DisposeAsync();
    }
}
