using FashionRecs.EndToEnd.Tests.Browsing;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>One shop with 60 real photographs, for all tests that only look and click.</summary>
public sealed class FilledShop : IAsyncLifetime
{
    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        await RealProducts.FillAsync(Server.Services, 20, "V Neckline", "Round Neckline", "Off Shoulder");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
