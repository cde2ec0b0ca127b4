using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FashionRecs.Web.Tests.Limits;

/// <summary>The shop on a real port, with settings of its own.</summary>
internal sealed class SmallLimitsShop : WebApplicationFactory<FashionRecs.Web.Layout.App>
{
    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-limits-").FullName;
    private readonly (string Name, string Value)[] settings;

    public string Folder => folder;

    public SmallLimitsShop(params (string Name, string Value)[] settings)
    {
        this.settings = settings;
        UseKestrel(0);
        StartServer();
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DatabasePath", Path.Combine(folder, "shop.db")).UseSetting("Catalog:Seed", "false")
            .UseSetting("Catalog:FollowShippedWeights", "false");
        builder.UseSetting("AllowedHosts", "localhost;127.0.0.1;shop.localhost");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
