using FashionRecs.Application.Seeding;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>One shop with the catalog that ships, as a fresh installation has it.</summary>
public class SeedShop : IAsyncLifetime
{
    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await Server.Services.GetRequiredService<SeedCatalog>().LoadAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
    }
}

/// <summary>The same for one class alone, where what other shoppers choose would change what is looked at.</summary>
public sealed class QuietSeedShop : SeedShop;
