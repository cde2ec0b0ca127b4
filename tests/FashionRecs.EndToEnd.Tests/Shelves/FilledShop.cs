using FashionRecs.EndToEnd.Tests.Browsing;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>One shop with three necklines in equal numbers, for all tests that only look and click.</summary>
public sealed class FilledShop : IAsyncLifetime
{
    /// <summary>How many products there are of each neckline.</summary>
    public const int PerNeckline = 18;

    /// <summary>How many products there are.</summary>
    public const int Products = 3 * PerNeckline;

    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        await DrawnProducts.FillAsync(Server.Services, PerNeckline, "V Neckline", "Round Neckline", "Off Shoulder");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
