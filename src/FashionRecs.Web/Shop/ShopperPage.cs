using FashionRecs.Web.Shop.Shoppers;
using FashionRecs.Web.Shop.Taste;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace FashionRecs.Web.Shop;

/// <summary>A page about one shopper: loads for the shopper and again after each of their clicks, from whichever tab.</summary>
public abstract class ShopperPage : ComponentBase, IDisposable
{
    private IDisposable? following;

    [Inject]
    private AuthenticationStateProvider Users { get; set; } = default!;

    /// <summary>What shoppers did and what was learned.</summary>
    [Inject]
    protected ShopperTastes Tastes { get; set; } = default!;

    /// <summary>The catalog.</summary>
    [Inject]
    protected CurrentCatalog Catalog { get; set; } = default!;

    /// <summary>The shopper's number.</summary>
    protected Guid Shopper { get; private set; }

    /// <summary>What is known of the shopper; null until loaded.</summary>
    protected ShopperTaste? Taste { get; private set; }

    /// <summary>The catalog as the page shows it; null until loaded.</summary>
    protected CatalogSnapshot? Snapshot { get; private set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Shopper == Guid.Empty)
        {
            Shopper = await Users.ShopperAsync();
        }

        await LoadAsync();
        if (RendererInfo.IsInteractive)
        {
            following ??= Tastes.Follow(Shopper, () => InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            }));
        }
    }

    /// <summary>Works out what the page shows from <see cref="Taste"/> and <see cref="Snapshot"/>.</summary>
    protected abstract void Show(CatalogSnapshot snapshot, ShopperTaste taste);

    private async Task LoadAsync()
    {
        var snapshot = await Catalog.GetAsync();
        Taste = await Tastes.GetAsync(Shopper);
        Snapshot = snapshot;
        Show(snapshot, Taste);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        following?.Dispose();
        GC.SuppressFinalize(this);
    }
}
