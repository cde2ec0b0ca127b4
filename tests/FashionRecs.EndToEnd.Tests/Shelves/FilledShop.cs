using FashionRecs.EndToEnd.Tests.Browsing;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>One shop with 60 real photographs, for all tests that only look and click.</summary>
public sealed class FilledShop : IAsyncLifetime
{
    /// <summary>The shelves.</summary>
    public MemoryStore Shelves { get; } = new();

    /// <summary>The shop; known once the shelves are filled.</summary>
    public ShopServer Server { get; private set; } = default!;

    /// <inheritdoc/>
    public ValueTask InitializeAsync()
    {
        RealProducts.Fill(Shelves, 20, "V Neckline", "Round Neckline", "Off Shoulder");
        Server = new ShopServer(Shelves);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
