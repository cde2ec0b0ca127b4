using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

/// <summary>A shop of 213 products whose tags get changed, for one class of tests.</summary>
public sealed class ReviewShop : IAsyncLifetime
{
    /// <summary>How many products there are.</summary>
    public const int Products = 213;

    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await DrawnProducts.FillAsync(Server.Services, Products);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
