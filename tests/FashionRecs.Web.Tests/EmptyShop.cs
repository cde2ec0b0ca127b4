using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FashionRecs.Web.Tests;

/// <summary>The shop with an empty database of its own.</summary>
public sealed class EmptyShop : WebApplicationFactory<FashionRecs.Web.Layout.App>
{
    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-web-").FullName;

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Storage:DatabasePath", Path.Combine(folder, "shop.db"));

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
