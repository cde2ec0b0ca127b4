using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>The real shop on a real port of this machine, with a database of its own.</summary>
public sealed class ShopServer : WebApplicationFactory<Program>
{
    private readonly string folder;
    private readonly bool owner;

    private readonly Action<IServiceCollection>? change;
    private readonly string? origin;

    /// <summary>Starts the shop; its address is known from then on.</summary>
    public ShopServer()
        : this(null)
    {
    }

    /// <summary>Starts a shop with other services.</summary>
    /// <param name="change">Registers them; null for none.</param>
    /// <param name="folder">A folder that stays when the shop goes; null for one of its own.</param>
    /// <param name="origin">Another shop whose pages may use the API; null for none.</param>
    internal ShopServer(Action<IServiceCollection>? change, string? folder = null, string? origin = null)
    {
        this.origin = origin;
        owner = folder is null;
        this.folder = folder ?? Directory.CreateTempSubdirectory("fashionrecs-browser-").FullName;
        this.change = change;
        UseKestrel(0);
        StartServer();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>Where the shop answers, for example "http://127.0.0.1:40123".</summary>
    public string Address { get; }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DatabasePath", Path.Combine(folder, "shop.db")).UseSetting("Catalog:Seed", "false")
            .UseSetting("Catalog:FollowShippedWeights", "false");
        // All visitors come from this machine.
        builder.UseSetting("Limits:AddressFactor", "1000");
        builder.UseSetting("Accounts:ConfirmAddress", "false");
        builder.UseSetting("Crowd:Least", "2").UseSetting("Crowd:LeastAgeHours", "0").UseSetting("Crowd:OncePerOrigin", "false");
        if (origin is not null)
        {
            builder.UseSetting("Api:Origins:0", origin);
        }

        if (change is not null)
        {
            builder.ConfigureServices(change);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (owner)
        {
            Directory.Delete(folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }
}
