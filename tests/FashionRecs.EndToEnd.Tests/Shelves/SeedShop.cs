using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.Storage.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>One shop with the catalog that ships, as a fresh installation has it.</summary>
public sealed class SeedShop : IAsyncLifetime
{
    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await Server.Services.GetRequiredService<SeedCatalog>().LoadAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
