using FashionRecs.Domain.Files;
using FashionRecs.EndToEnd.Tests.Browsing;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>One shop with 60 real photographs, for all tests that only look and click.</summary>
public sealed class FilledShop : IAsyncLifetime
{
    private ShopServer? server;

    /// <summary>The shop; skips the test that asks for it where there are no photographs, and no other.</summary>
    public ShopServer Server
    {
        get
        {
            LabelledPhotographs.Folder();
            return server!;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (DataFolder.TryFind("photos") is not null)
        {
            server = new ShopServer();
            await RealProducts.FillAsync(server.Services, 20, "V Neckline", "Round Neckline", "Off Shoulder");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
