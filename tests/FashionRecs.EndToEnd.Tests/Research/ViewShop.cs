using FashionRecs.Application.Research;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Experiments.Lifecycle;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>A shop whose pictures the network has read, so that it has maps, and a draft with an arm for every view.</summary>
public sealed class ViewShop : IAsyncLifetime
{
    /// <summary>Key of the draft.</summary>
    public const string Key = "views";

    private const int Products = 150;

    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await DrawnProducts.FillAsReadAsync(Server.Services, Products);
        var views = ExplanationViews.All;
        await Server.Services.GetRequiredService<IExperimentStore>().SaveAsync(
            new Experiment { Key = Key, Design = new() { Arms = [.. views.Select(view => new Arm(view.Code, 1.0 / views.Count, view))] } },
            0);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
