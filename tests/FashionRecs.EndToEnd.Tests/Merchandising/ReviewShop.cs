using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

/// <summary>A shop of 213 real photographs whose tags get changed, for one class of tests.</summary>
public sealed class ReviewShop : IAsyncLifetime
{
    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        await RealProducts.FillAsync(Server.Services, 71, "V Neckline", "Round Neckline", "Deep V Neckline");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
